import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureArticles } from './import/articles/measure-articles';
import { measureMemory, openBlankPage, startApp } from './import/built-app';
import { generatePdf } from './import/generate-files';
import { measureAnnotated } from './import/measure-annotated';
import { measureEncodings } from './import/measure-encodings';
import { measureEveryFormat } from './import/measure-every-format';
import { measurePdfLayouts } from './import/measure-pdf-layouts';
import { measurePdfs } from './import/measure-pdfs';
import { measurePlainText } from './import/measure-plain-text';
import { measureSpeed } from './import/measure-speed';
import { measureTextMaps } from './import/measure-text-maps';
import { measureWebPages } from './import/measure-web-pages';
import { measureWordDocuments } from './import/measure-word-documents';
import { timePreview } from './import/time-preview';
import { type Print, reportAtMost } from './support/report-metrics';

const corpusMeasurements = {
  'web-pages': measureWebPages,
  'article-extraction': measureArticles,
  word: measureWordDocuments,
  pdf: measurePdfs,
};

/** How long memory may take to be returned, and how much the window itself may retain. */
const settleTimeMs = 2_000;
const maxRetainedMegabytes = 50;

/** Measures in the built app how well and how fast real files are imported, and whether the memory is returned. */
export async function run(print: Print): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const app = await startApp(userData);
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading', { name: 'Library' }).waitFor();
    // The first import loads code that stays, which is no memory of files.
    await timePreview(page, 'long.pdf', generatePdf());
    const before = await measureMemory({ app, page }, settleTimeMs);
    const bench = { app, page, blankPage: await openBlankPage(app) };
    for (const [name, measure] of Object.entries(corpusMeasurements)) {
      const folder = process.env.STET_CORPORA && join(process.env.STET_CORPORA, name);
      if (folder && existsSync(folder)) await measure(bench, folder, print);
      else print(`Skipped: ${name}; ${folder ? `there is no ${folder}` : 'STET_CORPORA names no folder'}.`);
    }
    await measurePdfLayouts(bench, print);
    measurePlainText(process.env.STET_CORPORA, print);
    measureEncodings(print);
    await measureAnnotated(bench, print);
    await measureEveryFormat(bench, print);
    await measureSpeed(bench, print);
    await bench.blankPage.close();
    const after = await measureMemory({ app, page }, settleTimeMs);
    reportMemory(print, before, after);
    // Last, because the articles that it creates stay.
    await measureTextMaps(
      { ...bench, blankPage: await openBlankPage(app) },
      userData,
      process.env.STET_CORPORA,
      print,
    );
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

function reportMemory(print: Print, before: Map<string, number>, after: Map<string, number>): void {
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
