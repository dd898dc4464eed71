import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { openConfidential } from './open-confidential.ts';

const printed = async () => new TextEncoder().encode('%PDF-1.4');

test('a PDF is printed once, and no window is opened to read it', async () => {
  const pages: string[] = [];
  const { call, as } = await openConfidential('Two people say so.', {
    prepareReader: () => {
      throw new Error('a reader was opened');
    },
    printPdf(html) {
      pages.push(html);
      return printed();
    },
  });
  expect(await call('report.export', as('pdf'))).not.toBeNull();
  expect(pages).toHaveLength(1);
  expect(pages[0]).not.toMatch(/Oxbridge|old bridge|ledgers/);
});

test('what is confidential is left out of what is printed, with the choices of the last report', async () => {
  const pages: [html: string, paper: string][] = [];
  const { call, articleId, folder } = await openConfidential('Two people say so.', {
    printOnPaper: async (html, paper) => pages.push([html, paper]) > 0,
  });
  const report = {
    format: 'json',
    options: { ...defaultReportChoices.options, notes: false, paper: 'letter' },
  } as const;
  await call('settings.change', { report });
  expect(await call('report.print', { taskId: 'print', articleId, confirmed: [] })).toEqual({
    printed: true,
  });
  const [[html = '', paper] = []] = pages;
  expect(paper).toBe('letter');
  expect(html).toContain('The mill closed in 1974');
  expect(html).toMatch(/confidential source/i);
  expect(html).not.toMatch(/Oxbridge|old bridge|ledgers|Two people/);
  expect(await readdir(folder)).toEqual(['library']);
});

test('a report is not printed when a note gives a source away', async () => {
  let prints = 0;
  const { callFailing, articleId } = await openConfidential('So says Wilhelmina Oxbridge.', {
    printOnPaper: async () => ++prints > 0,
  });
  const failure = await callFailing('report.print', { taskId: 'print', articleId, confirmed: [] });
  expect(failure.code).toBe('confidential');
  expect(failure.message).toMatch(/^The report was not printed.*claim 1/);
  expect(failure.message).not.toContain('Oxbridge');
  expect(prints).toBe(0);
});
