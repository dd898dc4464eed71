import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { z } from 'zod';
import { importCommands, maxChunkBytes } from '../../../../shared/contract/commands/import-commands';
import type { ImportResult } from '../../../../shared/import/proposal';
import { type ImportTiming, timeImport } from './time-import-in-page';

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
