import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ConfidentialTerm } from '../../../../../../shared/reports/confidential/terms/confidential-term';
import { findLeaksInPackage } from '../../../../../../shared/reports/written/find-leaks-in-package';
import type { PackageSearch } from '../../../../../../shared/reports/written/search-package';
import { openConfidential } from './open-confidential';

/** The name that is proposed for a report of the article “T”, without its extension. */
const named = 'T – fact check, draft 1, editor';

type Terms = readonly ConfidentialTerm[];

/** Exports workbooks of whose search this is the result. */
const exportWorkbook = (search: (terms: Terms) => PackageSearch) =>
  openConfidential('Counted twice.', { searchPackage: async (_bytes, terms) => search(terms) });

const findInProperties = (text: string) => (terms: Terms) => ({
  state: 'searched' as const,
  leaks: findLeaksInPackage([{ name: 'the properties of the file', kind: 'hidden', text }], terms),
});

test('a workbook with a leak is not saved', async () => {
  const { callFailing, as, folder } = await exportWorkbook(findInProperties('Saved by Wilhelmina Oxbridge'));
  const { code, message } = await callFailing('report.export', as('xlsx'));
  expect(code).toBe('confidential');
  expect(message).toContain('appears in the properties of the file.');
  expect(message).not.toContain('Wilhelmina');
  expect(await readdir(folder)).toEqual(['library']);
});

test('a workbook that can’t be searched is not saved', async () => {
  const { callFailing, as, folder } = await exportWorkbook(() => ({
    state: 'unreadable',
    why: 'is damaged',
  }));
  expect((await callFailing('report.export', as('xlsx'))).message).toContain('because the file is damaged.');
  expect(await readdir(folder)).toEqual(['library']);
});

test('a workbook without a leak is saved, and no window is opened to search it', async () => {
  const opened: string[] = [];
  const { call, as } = await openConfidential('Counted twice.', {
    prepareReader(kind) {
      opened.push(kind);
      return () => undefined;
    },
  });
  expect((await call('report.export', as('xlsx')))?.fileName).toBe(`${named}.xlsx`);
  expect(opened).toEqual([]);
});

test('a workbook for the public names no reviewer in any part, unless that was chosen', async () => {
  const { call, callFailing, as, articleId } = await exportWorkbook(findInProperties('Ann Brook'));
  await call('settings.change', { reviewer: 'Ann Brook' });
  const exportFor = (reader: 'public' | 'editor', reviewers: boolean) => {
    const input = as('xlsx');
    const options = { ...input.choices.options, reader, reviewers };
    return { ...input, articleId, choices: { ...input.choices, options } };
  };
  const { message } = await callFailing('report.export', exportFor('public', false));
  expect(message).toContain('The name of a reviewer appears in the properties of the file.');
  for (const input of [exportFor('public', true), exportFor('editor', false)])
    expect(await call('report.export', input)).not.toBeNull();
});
