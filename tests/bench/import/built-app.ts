import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { z } from 'zod';
import { importCommands, maxChunkBytes } from '#shared/contract/commands/import-commands.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import type { ProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { type Print, reportAtMost } from '../support/report-metrics.ts';
import { pause, startWatchingFrames, stopWatchingFrames } from '../support/time-in-page.ts';

/** Functions that run inside the window. They are sent there as source text, so each of them is self-contained. */

interface TimedFile {
  name: string;
  base64: string;
  /** Size of the chunks in which the file is sent. */
  chunkBytes: number;
  /** How long the window is watched at rest before the import starts. */
  restMs: number;
}

export interface ImportTiming {
  /** From the first chunk until the draft is there. */
  durationMs: number;
  /** The longest time between two ticks that are 10 ms apart, or between two frames: at rest, and during the import. */
  longestWaitAtRestMs: number;
  longestWaitMs: number;
  /** The answer of `import.read`, or of the command before it that failed. */
  answer: unknown;
}

/**
 * Imports a file like one dropped on the window, measures how long the window takes to respond meanwhile, and discards the
 * result.
 */
async function timeImport({ name, base64, chunkBytes, restMs }: TimedFile): Promise<ImportTiming> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let [longestWaitMs, isOver] = [0, false];
  let lastFrame = await nextFrame();
  const onFrame = (now: number) => {
    longestWaitMs = Math.max(longestWaitMs, now - lastFrame);
    lastFrame = now;
    if (!isOver) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  let lastTick = performance.now();
  const ticker = setInterval(() => {
    const now = performance.now();
    longestWaitMs = Math.max(longestWaitMs, now - lastTick);
    lastTick = now;
  }, 10);
  await pause(restMs);
  const longestWaitAtRestMs = longestWaitMs;
  longestWaitMs = 0;
  const start = performance.now();

  // The value of a successful answer, or null.
  const getValue = (answer: unknown) =>
    typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : null;
  const read = async (): Promise<unknown> => {
    const begun: unknown = JSON.parse(await window.stet.call('import.begin', { name, bytes: bytes.length }));
    const file = getValue(begun);
    if (typeof file !== 'object' || file === null || !('fileId' in file)) return begun;
    const { fileId } = file;
    for (let offset = 0; offset < bytes.length; offset += chunkBytes)
      await window.stet.call('import.append', { fileId, chunk: bytes.slice(offset, offset + chunkBytes) });
    const answer: unknown = JSON.parse(
      await window.stet.call('import.read', { taskId: `bench-${Math.round(start)}`, fileId }),
    );
    const imported = getValue(answer);
    if (typeof imported === 'object' && imported !== null && 'proposalId' in imported)
      void window.stet.call('import.discard', { proposalId: imported.proposalId });
    return answer;
  };
  const answer = await read();
  const durationMs = performance.now() - start;
  await nextFrame();
  await nextFrame();
  isOver = true;
  clearInterval(ticker);
  return { durationMs, longestWaitAtRestMs, longestWaitMs, answer };
}

/** Functions that run inside the window. They are sent there as source text, so each of them is self-contained. */

declare global {
  var stetDropped: File | undefined;
}

/** Prepares a file to be dropped. */
function prepareDrop({ name, base64 }: { name: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  globalThis.stetDropped = new File([bytes], name);
}

/**
 * Drops the prepared file on the window, and returns the milliseconds until its preview is painted, or null when there is none
 * within the timeout. Escape closes the preview.
 */
function timePreviewAfterDrop(timeoutMs: number): Promise<number | null> {
  const dataTransfer = new DataTransfer();
  if (globalThis.stetDropped) dataTransfer.items.add(globalThis.stetDropped);
  return new Promise((resolve) => {
    const start = performance.now();
    const timer = setTimeout(() => resolve(null), timeoutMs);
    const watch = new MutationObserver(() => {
      if (!document.querySelector('[role=dialog] form')) return;
      watch.disconnect();
      clearTimeout(timer);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        // A message posted during a frame is delivered after the frame is painted.
        port2.postMessage(null);
      });
    });
    watch.observe(document.body, { childList: true, subtree: true });
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('main')?.dispatchEvent(drop);
  });
}

/** How long to wait for a preview. */
const timeoutMs = 20_000;

/** Drops a file on the window after a rest, measures how long its preview takes to appear, and closes it. */
export async function timePreview(
  page: Page,
  name: string,
  bytes: Uint8Array,
  restMs = 0,
): Promise<Omit<ImportTiming, 'answer'>> {
  await page.evaluate(prepareDrop, { name, base64: Buffer.from(bytes).toString('base64') });
  await page.evaluate(startWatchingFrames);
  await page.evaluate(pause, restMs);
  const longestWaitAtRestMs = await page.evaluate(stopWatchingFrames);
  await page.evaluate(startWatchingFrames);
  const durationMs = await page.evaluate(timePreviewAfterDrop, timeoutMs);
  const longestWaitMs = await page.evaluate(stopWatchingFrames);
  if (durationMs === null) throw new Error(`${name}: there is no preview`);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return { durationMs, longestWaitAtRestMs, longestWaitMs };
}

/** The built app, its window, and a blank page in which expected results are computed. */
export interface ImportBench {
  app: ElectronApplication;
  page: Page;
  blankPage: Page;
}

const answerSchema = z.object({
  ok: z.literal(true),
  value: importCommands['import.read'].output.unwrap(),
});

interface TimedImport extends Omit<ImportTiming, 'answer'> {
  result: ImportResult;
}

/** Starts the built app with a folder of its own. */
export function startApp(userData: string): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: process.env.STET_ELECTRON ?? '',
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${userData}`],
  });
}

/** Opens a page without content. */
export async function openBlankPage(app: ElectronApplication): Promise<Page> {
  const window = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    const webPreferences = { partition: 'bare', sandbox: true };
    void new BrowserWindow({ show: false, webPreferences }).loadURL('about:blank');
  });
  return window;
}

/** Imports a file through the window's own bridge, after a rest. */
export async function importThrough(
  page: Page,
  name: string,
  bytes: Uint8Array,
  restMs = 0,
): Promise<TimedImport> {
  const base64 = Buffer.from(bytes).toString('base64');
  const { answer, ...timing } = await page.evaluate(timeImport, {
    name,
    base64,
    chunkBytes: maxChunkBytes,
    restMs,
  });
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new Error(`${name} was not read: ${JSON.stringify(answer).slice(0, 300)}`);
  return { ...timing, result: parsed.data.value };
}

/** How long memory may take to be returned, and how much the window itself may retain. */
const settleTimeMs = 2_000;
const maxRetainedMegabytes = 50;

/**
 * Measures the working set of each process of the app in megabytes, after a rest. Garbage in the window is collected first, because
 * the engine may delay that for any time.
 */
export async function measureMemory({
  app,
  page,
}: Omit<ImportBench, 'blankPage'>): Promise<Map<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  await new Promise((resolve) => setTimeout(resolve, settleTimeMs));
  const workingSets = await app.evaluate(({ app: running }) =>
    running
      .getAppMetrics()
      .map(({ type, pid, memory }) => [`${type} ${pid}`, memory.workingSetSize / 1024] as const),
  );
  return new Map(workingSets);
}

/** Prints how much more memory the app holds than before, by process. */
export function reportMemory(print: Print, before: Map<string, number>, after: Map<string, number>): void {
  const sum = (sets: Map<string, number>) => [...sets.values()].reduce((total, set) => total + set, 0);
  print(`Memory (${sum(before).toFixed(0)} MB before)`);
  const growth = [...after].map(
    ([process, set]) => `${process.split(' ')[0]} ${(set - (before.get(process) ?? 0)).toFixed(0)}`,
  );
  const value = sum(after) - sum(before);
  const beside = growth.join(', ');
  reportAtMost(print, {
    what: 'more, 2 s after all imports',
    value,
    bound: maxRetainedMegabytes,
    unit: ' MB',
    beside,
  });
  reportAtMost(print, { what: 'processes more', value: after.size - before.size, bound: 0 });
}

/** A function that runs inside the window. It is sent there as source text, so it is self-contained. */

interface CreatedFile {
  name: string;
  base64: string;
  /** Size of the chunks in which the file is sent. */
  chunkBytes: number;
  /** Whether blocks are left out and split in the preview. */
  isEdited: boolean;
  /** Whose comments are the author’s, as edits of a proposal say it. */
  annotations: ProposalEdits['annotations'];
}

interface Block {
  id: string;
  kind: string;
  level: number | null;
  page: number | null;
  start: number;
  end: number;
}

/** Imports a file like one that is dropped on the window, accepts it as an article, and returns the answer of the last command. */
export async function createArticleOf({
  name,
  base64,
  chunkBytes,
  isEdited,
  annotations,
}: CreatedFile): Promise<unknown> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const call = async (command: string, input: unknown) => JSON.parse(await window.stet.call(command, input));
  const begun = await call('import.begin', { name, bytes: bytes.length });
  if (!begun.ok) return begun;
  const { fileId } = begun.value;
  for (let offset = 0; offset < bytes.length; offset += chunkBytes)
    await window.stet.call('import.append', { fileId, chunk: bytes.slice(offset, offset + chunkBytes) });
  const read = await call('import.read', { taskId: `create-${Math.round(performance.now())}`, fileId });
  if (!read.ok || !read.value.ok) return read;
  const { proposalId, proposal } = read.value;

  /** Every fourth block is left out, and the others are split at their first space. */
  const edit = ({ id, kind, level, page, start, end }: Block, index: number) => {
    const common = { kind, level, page, isLeftOut: index % 4 === 3 };
    const space = proposal.text.slice(start, end).indexOf(' ');
    if (space < 1) return [{ ...common, id, spans: [{ start, end }] }];
    const middle = start + space;
    return [
      { ...common, id, spans: [{ start, end: middle }] },
      { ...common, id: `${id}-2`, spans: [{ start: middle + 1, end }] },
    ];
  };
  const blocks = isEdited ? proposal.blocks.flatMap(edit) : null;
  return call('article.create', { proposalId, edits: { fields: null, blocks, annotations } });
}

/** The texts of the text elements of a part of a Word document, as a text map counts them. */
export function readTextElements(xml: string): string[] {
  const names = 't, tab, ptab, br, cr, noBreakHyphen, sym, footnoteReference, endnoteReference';
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  return [...root.querySelectorAll(names)].map((element) => element.textContent ?? '');
}
