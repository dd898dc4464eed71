import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureMemory, openBlankPage, reportMemory, startApp, timePreview } from './import/built-app.ts';
import { measureAnnotated, measureTextMaps } from './import/measure-annotated-word.ts';
import { measureEveryFormat } from './import/measure-every-format.ts';
import { measurePdfLayouts, measurePdfs } from './import/measure-pdfs.ts';
import { measureEncodings, measurePlainText } from './import/measure-plain-text.ts';
import { generatePdf, measureSpeed } from './import/measure-speed.ts';
import { measureArticles, measureWebPages } from './import/measure-web-pages.ts';
import { measureWordDocuments } from './import/measure-word-documents.ts';

import type { Print } from './support/report-metrics.ts';

const corpusMeasurements = {
  'web-pages': measureWebPages,
  'article-extraction': measureArticles,
  word: measureWordDocuments,
  pdf: measurePdfs,
};

/** Measures in the built app how well and how fast real files are imported, and whether the memory is returned. */
export async function run(print: Print): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const app = await startApp(userData);
  try {
    const page = await app.firstWindow();
    await page.getByRole('heading', { name: 'Library' }).waitFor();
    // The first import loads code that stays in memory, which must not count as memory of files.
    await timePreview(page, 'long.pdf', generatePdf());
    const before = await measureMemory({ app, page });
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
    const after = await measureMemory({ app, page });
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
