import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './import/app/built-app';
import { measureWordReports } from './reports/word/measure-word-reports';
import type { Print } from './support/report-metrics';

/** Measures in the built app what becomes of real Word files when findings are written into them, and when they come back. */
export async function run(print: Print): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const app = await startApp(userData);
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading', { name: 'Library' }).waitFor();
    await measureWordReports({ app, page }, process.env.STET_CORPORA, print);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
