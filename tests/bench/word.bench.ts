import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBlankPage, startApp } from './import/built-app.ts';
import { measureWordFiles } from './reports/word/measure-word-files.ts';
import { measureWordReports } from './reports/word/measure-word-reports.ts';
import { Office } from './reports/word/office.ts';
import type { Print } from './support/report-metrics.ts';

/**
 * Measures what becomes of real Word files when findings are written into them: those of a person, through the built app and back again,
 * and comments and changes at random places. LibreOffice and pandoc say what they find. Skips, and says so, where one is missing.
 */
export async function run(print: Print): Promise<void> {
  const missing =
    Office.whyMissing() ?? (spawnSync('pandoc', ['--version']).status === 0 ? null : 'there is no pandoc');
  if (missing !== null) {
    print(`Skipped: Word reports in other programs; ${missing}.`);
    return;
  }
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const app = await startApp(userData);
  const office = new Office();
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading', { name: 'Library' }).waitFor();
    await measureWordReports({ app, page, office }, process.env.STET_CORPORA, print);
    await measureWordFiles(await openBlankPage(app), office, process.env.STET_CORPORA, print);
  } finally {
    await office.end();
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
