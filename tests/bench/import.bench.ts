import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryOf, openBare, startApp } from './import-app';
import { atMost, type Print } from './import-figures';
import { madePdf } from './import-made-files';
import { pdfFigures } from './import-pdf';
import { previewOnce } from './import-preview';
import { speedFigures } from './import-speed';
import { webFigures } from './import-web';
import { wordFigures } from './import-word';

const ofCorpora = { 'web-pages': webFigures, word: wordFigures, pdf: pdfFigures };

/** Milliseconds after which memory should be back, and megabytes that may stay: what the window itself gathers. */
const settled = 2_000;
const mostKept = 50;

/** What the importer makes of real files in the built app, how fast it is, and whether its memory comes back. */
export async function run(print: Print): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const app = await startApp(userData);
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading', { name: 'Library' }).waitFor();
    // What the first import loads for good is no memory that files take.
    await previewOnce(page, 'long.pdf', madePdf());
    const before = await memoryOf({ app, page }, settled);
    const bench = { app, page, bare: await openBare(app) };
    for (const [name, figures] of Object.entries(ofCorpora)) {
      const folder = process.env.STET_CORPORA && join(process.env.STET_CORPORA, name);
      if (folder && existsSync(folder)) await figures(bench, folder, print);
      else print(`Skipped: ${name}; ${folder ? `there is no ${folder}` : 'STET_CORPORA names no folder'}.`);
    }
    await speedFigures(bench, print);
    await bench.bare.close();
    const after = await memoryOf({ app, page }, settled);
    memoryFigure(print, before, after);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

function memoryFigure(print: Print, before: Map<string, number>, after: Map<string, number>): void {
  const sum = (sets: Map<string, number>) => [...sets.values()].reduce((total, set) => total + set, 0);
  print(`Memory (${sum(before).toFixed(0)} MB before)`);
  const grown = [...after].map(
    ([process, set]) => `${process.split(' ')[0]} ${(set - (before.get(process) ?? 0)).toFixed(0)}`,
  );
  const value = sum(after) - sum(before);
  const beside = grown.join(', ');
  atMost(print, { what: 'more, 2 s after all imports', value, bound: mostKept, unit: ' MB', beside });
  atMost(print, { what: 'processes more', value: after.size - before.size, bound: 0 });
}
