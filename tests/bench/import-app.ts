import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { z } from 'zod';
import { largestChunk } from '../../shared/contract/import-commands';
import { draftReadingSchema, type Imported } from '../../shared/import/proposal';
import { importTime, type Timed } from './import-in-page';

/** The built app, and beside it a page that does nothing, to read in it what is expected. */
export interface ImportBench {
  app: ElectronApplication;
  page: Page;
  bare: Page;
}

const answerSchema = z.object({ ok: z.literal(true), value: draftReadingSchema });

interface Import extends Omit<Timed, 'answer'> {
  imported: Imported;
}

/** Starts the built app on a folder of its own. */
export function startApp(userData: string): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: process.env.STET_ELECTRON ?? '',
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${userData}`],
  });
}

/** Opens a page that does nothing. */
export async function openBare(app: ElectronApplication): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    const webPreferences = { partition: 'bare', sandbox: true };
    void new BrowserWindow({ show: false, webPreferences }).loadURL('about:blank');
  });
  return opened;
}

/** Imports a file through the window's own bridge, after `rest` milliseconds. */
export async function importThrough(page: Page, name: string, bytes: Uint8Array, rest = 0): Promise<Import> {
  const base64 = Buffer.from(bytes).toString('base64');
  const { answer, ...times } = await page.evaluate(importTime, { name, base64, piece: largestChunk, rest });
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw new Error(`${name} was not read: ${JSON.stringify(answer).slice(0, 300)}`);
  return { ...times, imported: parsed.data.value };
}

/**
 * The working set of each of the app's processes after `rest` milliseconds in which nothing happens, in megabytes. What the
 * window could let go it lets go first: when it does so by itself is the engine's choice.
 */
export async function memoryOf(
  { app, page }: Omit<ImportBench, 'bare'>,
  rest: number,
): Promise<Map<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.detach();
  await new Promise((resolve) => setTimeout(resolve, rest));
  const sets = await app.evaluate(({ app: running }) =>
    running
      .getAppMetrics()
      .map(({ type, pid, memory }) => [`${type} ${pid}`, memory.workingSetSize / 1024] as const),
  );
  return new Map(sets);
}
