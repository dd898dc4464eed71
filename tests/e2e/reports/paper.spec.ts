import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ReportChoices } from '#shared/domain/settings/report-options.ts';
import { defaultReportChoices, type PaperSize, paperSizes } from '#shared/domain/settings/report-options.ts';
import { test } from '../fixtures.ts';
import type { Stet } from '../support/electron/stet.ts';
import { callMain } from '../support/page/call-main.ts';
import { openReport } from '../support/reports/open-report.ts';
import { readPdfPages, readPdfWords } from '../support/reports/read-pdf.ts';

test.use({ stetOwnProcess: true });

const { options } = defaultReportChoices;

/** Exports the report of the sample article, which has a confidential source, to the path that dialogs answer with. */
async function exportSample(stet: Stet, choices: ReportChoices): Promise<void> {
  const { articleId } = await callMain(stet.page, 'article.createSample', null);
  const taskId = `export-${choices.format}-${choices.options.paper}`;
  await callMain(stet.page, 'report.export', { taskId, articleId, choices, confirmed: [] });
}

/** The text of a PDF without spaces, and without as many lines at the top and at the bottom of each page. */
function readBareText(path: string, runningLines: number): string {
  const pages = readPdfPages(path).map((page) => page.trim().split('\n'));
  return pages
    .flatMap((lines) => lines.slice(runningLines, lines.length - runningLines))
    .join('')
    .replace(/\s+/g, '');
}

test('a printed HTML report has the text of the PDF in the same order, whatever was chosen on the screen', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const saved = join(files, 'report.pdf');
  await answerDialogs({ save: saved });
  await exportSample(stet, { format: 'pdf', options });
  const page = join(files, 'report.html');
  await answerDialogs({ save: page });
  await exportSample(stet, { format: 'html', options });

  const report = await openReport(page);
  await report.page.emulateMedia({ colorScheme: 'dark' });
  await report.page.getByRole('radio', { name: /Disputed/ }).check();
  const printed = join(files, 'printed.pdf');
  await report.page.pdf({ path: printed, format: 'A4', printBackground: true });
  await report.close();

  // The sample was opened, and the report made, twice: both say when.
  const withoutTime = (text: string) => text.replace(/\d{2}:\d{2}/g, '');
  const expected = withoutTime(readBareText(saved, 1));
  expect(expected).toContain('✗Disputed');
  expect(withoutTime(readBareText(printed, 0))).toBe(expected);
});

for (const paper of paperSizes satisfies readonly PaperSize[])
  test(`the lines of a galley's article on ${paper} paper are numbered from its first to its last`, async ({
    stet,
    files,
    answerDialogs,
  }) => {
    const saved = join(files, 'galley.pdf');
    await answerDialogs({ save: saved });
    await exportSample(stet, { format: 'pdf', options: { ...options, layout: 'galley', paper } });

    const pages = readPdfPages(saved);
    expect(pages[0]).toMatch(/^\s*Harbour tram to open in March, two years late – draft 1\n/);
    expect(pages.join('\n')).toMatch(/✗ Disputed/);
    expect(pages.join('\n')).not.toContain('Supports:');

    // The lists of claims and of sentences not looked at follow the article.
    const firstList = pages.findIndex((page) => /Verified|Disputed/.test(page));
    const galley = readPdfWords(saved).slice(0, firstList);
    expect(galley.length).toBeGreaterThan(1);
    const found: number[] = [];
    // All pages have rows of one height, and the last one may be too short for two numbers.
    let row = 0;
    for (const [index, words] of galley.entries()) {
      const left = Math.min(...words.map(({ x }) => x));
      const numbers = words.filter(({ x, text }) => x < left + 14 && /^\d+$/.test(text));
      const [first, second] = numbers;
      if (first && second) row = (second.middle - first.middle) / 5;
      if (!first || row === 0) {
        expect(index, 'a page without numbers').toBe(galley.length - 1);
        continue;
      }
      found.push(...numbers.map(({ text }) => Number(text)));
      const countRows = (middle: number) => (middle - first.middle) / row;
      // The last words are those of the footer.
      const text = words.filter(({ x, middle }) => x > left + 22 && middle > 60).slice(0, -4);
      if (index < galley.length - 1) expect(text.length).toBeGreaterThan(20);
      for (const { middle, text: word } of text)
        expect(Math.abs(countRows(middle) - Math.round(countRows(middle))), word).toBeLessThan(0.25);
      const heading = words.find(({ text: word }) => word === 'ARTICLE');
      if (index === 0) expect(Number(first.text) - countRows(heading?.middle ?? 0) * -1).toBeCloseTo(0, 0);
      const last = Math.max(...text.map(({ middle }) => middle));
      expect(countRows(numbers.at(-1)?.middle ?? 0)).toBeLessThan(countRows(last) + 0.25);
    }
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(found.map((_, index) => (index + 1) * 5));
  });
