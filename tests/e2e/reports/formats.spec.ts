import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type ReportJson, reportJsonSchema } from '../../../shared/reports/json/report-schema';
import { test } from '../fixtures';
import type { ReadFormatLabel } from '../pages/article/export-dialog';
import { ferryParagraphs } from '../support/articles/ferry-article';
import { ferryCheck, statisticsFile } from '../support/articles/ferry-check';
import { projectRoot } from '../support/electron/runtime';
import type { Stet } from '../support/electron/stet';
import { sha256 } from '../support/library/sha256';
import { openReport } from '../support/reports/open-report';
import { parseMarkdown } from '../support/reports/parse-markdown';
import { readPdfPages, runPoppler } from '../support/reports/read-pdf';
import { watchShownFiles } from '../support/system/shown-files';

test.use({ reviewer: 'Ada', article: ferryCheck });

const extensions: Record<ReadFormatLabel, string> = {
  HTML: 'html',
  PDF: 'pdf',
  Markdown: 'md',
  JSON: 'json',
};
const statisticsHash = sha256(statisticsFile);

/** Saves the report in a format, with the other choices as they are, and returns the path of the file. */
async function saveAs(
  stet: Stet,
  format: ReadFormatLabel,
  { files, answerDialogs }: { files: string; answerDialogs: (answers: { save: string }) => Promise<void> },
): Promise<string> {
  const save = join(files, `report.${extensions[format]}`);
  await answerDialogs({ save });
  await stet.exportDialog.open();
  await stet.exportDialog.chooseFormat(format);
  await stet.exportDialog.waitForPreview();
  await stet.exportDialog.saveAndClose();
  await expect(stet.notices.messages.last()).toContainText(`Report saved as report.${extensions[format]}`);
  return save;
}

/** Reads a JSON report as any program would, and validates it against the published schema. */
function readJson(path: string): ReportJson {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats(ajv);
  const schema: unknown = JSON.parse(readFileSync(join(projectRoot, 'docs/report.schema.json'), 'utf8'));
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof schema !== 'object' || schema === null || !ajv.validate(schema, value))
    throw new Error(ajv.errorsText(ajv.errors));
  return reportJsonSchema.parse(value);
}

const collapseWhitespace = (text: string) => text.replace(/\s+/g, ' ');

test('all four formats contain the whole check', async ({ stet, files, answerDialogs }) => {
  const fixtures = { files, answerDialogs };

  await test.step('HTML, opened from the disk', async () => {
    const path = await saveAs(stet, 'HTML', fixtures);
    const shownFiles = await watchShownFiles(stet.app);
    await stet.notices.pressButton('Report saved as report.html.', 'Show in folder');
    await saveAs(stet, 'HTML', fixtures);
    await stet.notices.pressButton('Report saved as report.html.', 'Open');
    await expect.poll(shownFiles).toEqual([
      { path, shownAs: 'folder' },
      { path, shownAs: 'file' },
    ]);
    const { page, requests, close } = await openReport(path);
    await expect(page.getByRole('banner')).toContainText(/By the harbour desk.*5 claims · \d+ words/s);
    await expect(page.getByRole('list', { name: 'Summary' })).toHaveText(
      /1 verified\s*1 disputed\s*1 can’t verify\s*2 open, 1 to re-check\s*5 sources, 2 primary/,
    );
    // Removes the numbers of the claims, which are between the words.
    for (const number of await page.getByRole('article').locator('sup').all())
      await number.evaluate((sup) => sup.replaceChildren());
    for (const paragraph of ferryParagraphs.slice(1))
      await expect(page.getByRole('article')).toContainText(paragraph);
    const claims = page.getByRole('region', { name: 'Claims' }).getByRole('list').first().locator('> li');
    await expect(claims).toHaveCount(5);
    await expect(claims.nth(0)).toContainText(
      '✗ Disputed — The port says 1.1 million. Change to “1.1 million people”.',
    );
    await expect(claims.nth(0)).toContainText(
      'Refutes: Bo Keld, Harbour statistics 2019, Feb 2020, row 12 [1]: “1,103,117 passengers”. Counted at the gate.',
    );
    await expect(claims.nth(0)).toContainText('Context: confidential source [2].');
    await expect(claims.nth(1)).toContainText('↻ Re-check — It was verified; source 3 was withdrawn.');
    await expect(claims.nth(3)).toContainText('No source.');
    const sources = page.getByRole('region', { name: 'Sources' }).getByRole('list').locator('> li');
    await expect(sources).toHaveCount(5);
    await expect(sources.nth(0)).toContainText(/Dataset, primary.*File statistics\.csv, 29 bytes, SHA-256/s);
    await expect(sources.nth(0)).toContainText(statisticsHash);
    await expect(sources.nth(1)).toHaveText(/^\s*2\s*Confidential source\.\s*Claims: 1$/);
    await expect(sources.nth(2)).toContainText(/Opening notice.*repeats source 1.*Withdrawn\./s);
    await expect(sources.nth(3)).toContainText(/study\.txt.*annex\.txt|annex\.txt.*study\.txt/s);
    await expect(sources.nth(4)).toContainText(/Edda Morhaven.*Person, primary/s);
    expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
    await close();
  });

  await test.step('Markdown, parsed', async () => {
    const { texts, notes, links, tokens } = parseMarkdown(
      readFileSync(await saveAs(stet, 'Markdown', fixtures), 'utf8'),
    );
    expect(notes).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    for (const paragraph of ferryParagraphs.slice(1)) expect(texts).toContain(paragraph);
    for (const words of [
      '5 sources, 2 primary',
      '✗ Disputed — The port says 1.1 million. Change to “1.1 million people”.',
      'Refutes: Bo Keld, Harbour statistics 2019, Feb 2020, row 12, source 1: “1,103,117 passengers”. Counted at the gate.',
      'Context: confidential source 2.',
      'Source 5',
      'Confidential source.',
      `File statistics.csv, 29 bytes, SHA-256 ${statisticsHash}`,
    ])
      expect(texts).toContain(words);
    expect(texts.join('\n')).toMatch(/↻ Re-check — It was verified; source 3 was withdrawn\./);
    expect(links).toContain('https://harbour.example/2019.csv');
    expect(links).toContain('#source-2');
    expect(tokens.filter(({ type }) => type.startsWith('html'))).toEqual([]);
  });

  await test.step('JSON, by its schema', async () => {
    const report = readJson(await saveAs(stet, 'JSON', fixtures));
    expect(report).toMatchObject({
      article: { title: ferryCheck.title, byline: 'By the harbour desk' },
      check: { by: ['Ada'] },
      summary: { verified: 1, disputed: 1, unverifiable: 1, recheck: 1, unchecked: 1, total: 5, sources: 5 },
    });
    expect(report.draft.text).toBe(ferryParagraphs.join('\n\n'));
    expect(report.claims.map(({ words }) => words)).toEqual(ferryCheck.claims.map(({ words }) => words));
    expect(report.claims[0]).toMatchObject({ correction: '1.1 million people', kind: 'figure' });
    expect(report.claims[1]).toMatchObject({
      standing: 'recheck',
      verdict: 'verified',
      recheck: ['source'],
      fallen: [3],
    });
    expect(report.claims[2]?.evidence).toEqual([
      expect.objectContaining({ source: 4, locator: 'table 1', quote: 'The bridge cost 40 million.' }),
      expect.objectContaining({ source: 5, locator: 'minute 12', stance: 'context' }),
    ]);
    expect(report.sources[0]).toMatchObject({
      citation: expect.stringContaining('Keld'),
      files: [{ name: 'statistics.csv', bytes: statisticsFile.length, sha256: statisticsHash }],
    });
    expect(report.sources[1]).toEqual({ number: 2, confidential: true });
    expect(report.sources[2]).toMatchObject({
      standing: 'withdrawn',
      derivedFrom: { title: 'Harbour statistics 2019', number: 1 },
    });
  });

  for (const [paper, size] of [
    ['A4', /^Page size: .*\(A4\)$/m],
    ['Letter', /^Page size: .*\(letter\)$/m],
  ] satisfies [string, RegExp][])
    await test.step(`PDF on ${paper}, read by poppler`, async () => {
      await stet.exportDialog.open();
      await stet.exportDialog.chooseFormat('PDF');
      await stet.exportDialog.openOptions();
      await stet.exportDialog.choose('Paper', paper);
      const save = join(files, `${paper}.pdf`);
      await answerDialogs({ save });
      await stet.exportDialog.saveAndClose();
      expect(runPoppler('pdfinfo', save)).toMatch(size);
      const pages = readPdfPages(save);
      expect(pages.length).toBeGreaterThan(1);
      for (const [index, page] of pages.entries()) {
        const lines = page.trim().split('\n');
        expect(lines[0]).toContain(ferryCheck.title);
        expect(lines.at(-1)?.trim()).toBe(`Page ${index + 1} of ${pages.length}`);
      }
      const text = collapseWhitespace(runPoppler('pdftotext', save, '-'));
      for (const words of [
        'A last trip is planned for 3 May.',
        'The port says 1.1 million. Change to “1.1 million people”.',
        '“1,103,117 passengers”',
        'It was verified; source 3 was withdrawn.',
        'Confidential source.',
        'statistics.csv, 29 bytes',
      ])
        expect(text).toContain(words);
      expect(text.replaceAll(' ', '')).toContain(statisticsHash);
      expect(text).not.toContain('ledger');
    });
});

test('a report contains only the chosen claims, and says so', async ({ stet, files, answerDialogs }) => {
  const { exportDialog } = stet;
  await exportDialog.open();
  await exportDialog.openOptions();
  for (const label of ['Verified', 'Can’t verify', 'Re-check', 'Unchecked'])
    await exportDialog.statusCheckbox(label).click();
  await expect(exportDialog.dialog).toContainText('1 claim of 5.');
  await expect(exportDialog.statusCheckbox('Disputed')).toBeDisabled();
  await exportDialog.waitForPreview();
  await expect(exportDialog.page.getByRole('banner')).toContainText('Shows 1 of 5 claims: disputed');
  await answerDialogs({ save: join(files, 'report.html') });
  await exportDialog.saveAndClose();

  const included = ['1.1 million people', '1,103,117 passengers', 'Shows 1 of 5 claims: disputed'];
  const excluded = [
    'A study of ferries',
    'launched in 1986',
    'We never paid more',
    'Without tax',
    'Opening notice',
  ];
  for (const format of ['HTML', 'Markdown', 'JSON', 'PDF'] as const) {
    // The choice of claims is remembered, so that each other format has it as well.
    const isSaved = format === 'HTML';
    const path = isSaved ? join(files, 'report.html') : await saveAs(stet, format, { files, answerDialogs });
    const text = collapseWhitespace(
      format === 'PDF' ? runPoppler('pdftotext', path, '-') : readFileSync(path, 'utf8'),
    );
    for (const words of included) expect(text, format).toContain(words);
    for (const words of excluded) expect(text, format).not.toContain(words);
    // The article itself is complete.
    expect(text, format).toContain('The crossing took eleven minutes');
  }
  expect(readJson(join(files, 'report.json')).summary).toMatchObject({ total: 5, sources: 5 });
});
