import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication, Page } from '@playwright/test';
import { z } from 'zod';
import {
  defaultReportChoices,
  type ReportChoices,
  reportFormats,
  reportFormatTraits,
} from '#shared/domain/settings/report-options.ts';
import { answerDialogs } from '#tests/e2e/support/system/dialogs.ts';
import { median, type Print } from '../support/report-metrics.ts';
import { startWatchingFrames, stopWatchingFrames, timeTask } from '../support/time-in-page.ts';
import { type PlainText, writePlainDocx } from './word-articles.ts';

/** Measures how long writing, syncing and renaming a file of this size takes: the baseline of reports that are text. */
async function measureWrite(folder: string, bytes: number): Promise<number> {
  const path = join(folder, 'bare');
  const content = Buffer.alloc(bytes, 'x');
  const start = performance.now();
  const file = await open(`${path}.tmp`, 'w');
  await file.writeFile(content);
  await file.datasync();
  await file.close();
  await rename(`${path}.tmp`, path);
  return performance.now() - start;
}

/** Measures how long a plain hidden window takes to load an address and print it: the baseline of a PDF. */
export function measurePrint(app: ElectronApplication, url: string): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }, address) => {
    const start = performance.now();
    const webPreferences = { partition: 'bare', sandbox: true, javascript: false };
    const window = new BrowserWindow({ show: false, webPreferences });
    await window.loadURL(address);
    await window.webContents.printToPDF({ printBackground: true });
    window.destroy();
    return performance.now() - start;
  }, url);
}

/**
 * Begins to measure the most memory that the process of main holds. Heavy work has processes of its own, which are not counted. Returns
 * a function that ends it, in megabytes; null where the system does not say (only Linux does).
 */
export async function watchMainMemory(app: ElectronApplication): Promise<() => number | null> {
  const pid = await app.evaluate(() => process.pid);
  try {
    // Sets the peak back to what is held now (proc(5)).
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    return () => null;
  }
  return () => {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
  };
}

/** A report that is measured. */
export interface ReportKind {
  label: string;
  choices: ReportChoices;
  /** The ending of its file. */
  extension: string;
  /** Which bound it has (`Size.bounds`). */
  bound: 'text' | 'xlsx' | 'word' | 'pdf';
}

const { options } = defaultReportChoices;

function createKind(format: ReportChoices['format'], bound: ReportKind['bound'] = 'text'): ReportKind {
  const { label, file } = reportFormatTraits[format];
  return { label, choices: { format, options }, extension: file.extensions[0], bound };
}

function createWordKind(label: string, base: ReportChoices['options']['word']['base']): ReportKind {
  const choices: ReportChoices = {
    format: 'docx',
    options: { ...options, word: { ...options.word, base } },
  };
  return { label, choices, extension: 'docx', bound: 'word' };
}

/** Printing is last, because thousands of pages take long. */
export const reportKinds: readonly ReportKind[] = [
  ...reportFormats
    .filter((format) => format !== 'docx' && format !== 'pdf')
    .map((format) => createKind(format, format === 'xlsx' ? 'xlsx' : 'text')),
  createWordKind('Word, original', 'original'),
  createWordKind('Word, clean', 'clean'),
  createKind('pdf', 'pdf'),
];

export interface ReportBench {
  app: ElectronApplication;
  page: Page;
  folder: string;
  print: Print;
}

/** The measurements of one kind of report. Each list has an entry for each round, in milliseconds. */
interface ExportTimes {
  durationsMs: number[];
  baselinesMs: number[];
  longestFramesMs: number[];
  /** The size of all its files. */
  bytes: number;
  /** The most memory that main held meanwhile, in megabytes; null where that is not known. */
  mainMemoryMb: number | null;
}

/** The article whose reports are measured. */
export interface MeasuredArticle {
  articleId: string;
  text: PlainText;
}

/** A report that takes longer is cancelled. */
const timeoutMs = 60_000;

const cancelledSchema = z.object({ ok: z.literal(true), value: z.null() });
const exportedSchema = z.object({ ok: z.literal(true), value: z.object({ fileName: z.string() }) });
const refusedSchema = z.object({ ok: z.literal(false), error: z.object({ message: z.string() }) });

/** The thing that takes the same effort at least: measured after each export. */
async function measureBaseline(
  { app, folder }: ReportBench,
  { bound }: ReportKind,
  text: PlainText,
  bytes: number,
): Promise<number> {
  if (bound === 'pdf') return measurePrint(app, pathToFileURL(join(folder, 'exported', 'report.html')).href);
  if (bound !== 'word') return measureWrite(folder, bytes);
  const start = performance.now();
  await writePlainDocx(text);
  return performance.now() - start;
}

/** The bytes of all files in a folder with an ending. */
function countBytes(folder: string, extension: string): number {
  const names = readdirSync(folder).filter((name) => name.endsWith(`.${extension}`));
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** How many reports were exported, so that each task has an id of its own. */
let exportCount = 0;

/**
 * Exports one report through the window's own bridge. Resolves to the duration in milliseconds, or to a sentence where the report is
 * refused, or is cancelled after the timeout.
 */
async function exportOnce(
  { page }: ReportBench,
  { articleId }: MeasuredArticle,
  { choices }: ReportKind,
): Promise<number | string> {
  exportCount += 1;
  const input = { taskId: `bench-${exportCount}`, articleId, choices, confirmed: [] };
  const { durationMs, answer } = await page.evaluate(timeTask, { name: 'report.export', input, timeoutMs });
  if (cancelledSchema.safeParse(answer).success) return `cancelled after ${timeoutMs} ms`;
  const refused = refusedSchema.safeParse(answer);
  if (refused.success) return `not exported: ${refused.data.error.message}`;
  exportedSchema.parse(answer);
  return durationMs;
}

/**
 * Measures how much longer exports of the first article take than those of the second. They take turns, because a process gets faster
 * with each report. The first turn warms up. Resolves to a sentence where a report is not exported.
 */
export async function measureRatio(
  bench: ReportBench,
  articles: readonly [MeasuredArticle, MeasuredArticle],
  kind: ReportKind,
  rounds: number,
): Promise<number | string> {
  await answerDialogs(bench.app, { save: join(bench.folder, 'exported', `ratio.${kind.extension}`) });
  const durationsMs: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1)
    for (const turn of [0, 1] as const) {
      const durationMs = await exportOnce(bench, articles[turn], kind);
      if (typeof durationMs === 'string') return durationMs;
      if (round >= 0) durationsMs[turn].push(durationMs);
    }
  return median(durationsMs[0]) / median(durationsMs[1]);
}

/**
 * Exports reports through the window's own bridge, and measures the baseline after each export. With several rounds, one more
 * warms up. Resolves to a sentence where the report is refused, or is cancelled after the timeout.
 */
export async function measureExports(
  bench: ReportBench,
  article: MeasuredArticle,
  kind: ReportKind,
  rounds: number,
): Promise<ExportTimes | string> {
  const { app, page, folder } = bench;
  const exported = join(folder, 'exported');
  const { extension } = kind;
  const times: ExportTimes = {
    durationsMs: [],
    baselinesMs: [],
    longestFramesMs: [],
    bytes: 0,
    mainMemoryMb: null,
  };
  await answerDialogs(app, { save: join(exported, `report.${extension}`) });
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round += 1) {
    // Further files of a report replace nothing, so they would become more with each round.
    for (const name of readdirSync(exported).filter((one) => one.includes('evidence')))
      rmSync(join(exported, name));
    const endMemory = await watchMainMemory(app);
    await page.evaluate(startWatchingFrames);
    const durationMs = await exportOnce(bench, article, kind);
    const longestFrameMs = await page.evaluate(stopWatchingFrames);
    if (typeof durationMs === 'string') return durationMs;
    times.bytes = countBytes(exported, extension);
    const memoryMb = endMemory();
    const baselineMs = await measureBaseline(bench, kind, article.text, times.bytes);
    if (round < 0) continue;
    times.durationsMs.push(durationMs);
    times.longestFramesMs.push(longestFrameMs);
    times.baselinesMs.push(baselineMs);
    if (memoryMb !== null) times.mainMemoryMb = Math.max(times.mainMemoryMb ?? 0, memoryMb);
  }
  return times;
}

/** The bounds of an export. */
interface ExportBounds {
  /** The largest accepted median, in milliseconds. */
  durationMs: number;
  /** The longest accepted frame of the window meanwhile, in milliseconds; null when there is no limit. */
  maxFrameMs: number | null;
}

/** The largest accepted memory of main, in megabytes. */
const maxMainMemoryMb = 250;

const baselines: Record<ReportKind['bound'], string> = {
  text: 'writing and syncing as many bytes',
  xlsx: 'writing and syncing as many bytes',
  word: 'the docx package writing the same text without comments',
  pdf: 'printing the same HTML',
};

export function formatFrame(longestFrameMs: number, maxFrameMs: number | null): string {
  return `longest frame ${longestFrameMs.toFixed(0)} ms${maxFrameMs === null ? '' : ` (at most ${maxFrameMs})`}`;
}

/** Prints the measurements of one kind of report on one line, or why there are none. */
export function printExports(
  print: Print,
  { label, bound }: ReportKind,
  times: ExportTimes | string,
  { durationMs: maxMs, maxFrameMs }: ExportBounds,
): void {
  const start = `  ${label.padEnd(14)}`;
  if (typeof times === 'string') {
    print(`${start} ${times} (at most ${maxMs} ms)`);
    return;
  }
  const { durationsMs, baselinesMs, longestFramesMs, bytes, mainMemoryMb } = times;
  const durationMs = median(durationsMs);
  const baselineMs = median(baselinesMs);
  const size = `${(bytes / 1e6).toFixed(2).padStart(6)} MB`;
  const slowest = Math.max(...durationsMs).toFixed(0);
  const ratio = `${(durationMs / baselineMs).toFixed(1)} x ${baselines[bound]} (${baselineMs.toFixed(0)} ms)`;
  const memory =
    mainMemoryMb === null ? 'not known' : `${mainMemoryMb.toFixed(0)} MB (at most ${maxMainMemoryMb})`;
  print(
    `${start} ${size} ${durationMs.toFixed(0).padStart(6)} ms (slowest ${slowest}, at most ${maxMs}); ${ratio}; ${formatFrame(Math.max(...longestFramesMs), maxFrameMs)}; peak memory of main ${memory}`,
  );
}
