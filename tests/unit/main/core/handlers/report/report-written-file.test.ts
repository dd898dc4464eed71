import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { PackageTexts } from '../../../../../../shared/reports/written/package-texts';
import { openConfidential } from './open-confidential';

const place = (name: string, text: string) => ({ name, kind: 'hidden', text }) as const;

async function exportWorkbook(texts: PackageTexts) {
  const searched: number[] = [];
  const stet = await openConfidential('Counted twice.', {
    readPackageTexts: async (bytes) => {
      searched.push(bytes.length);
      return texts;
    },
  });
  return { ...stet, searched };
}

test('a workbook is searched as it is written, and one with a leak is not saved', async () => {
  const { callFailing, as, folder, searched } = await exportWorkbook({
    state: 'read',
    places: [place('the properties of the file', 'Saved by Wilhelmina Oxbridge')],
  });
  const { code, message } = await callFailing('report.export', as('xlsx'));
  expect(code).toBe('confidential');
  expect(message).toContain('appears in the properties of the file.');
  expect(message).not.toContain('Wilhelmina');
  expect(searched).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['library']);
});

test('the search of a workbook is prepared while it is written, and nothing is left open', async () => {
  const steps: string[] = [];
  const { callFailing, as } = await openConfidential('Counted twice.', {
    prepareReader(kind) {
      steps.push(kind);
      return () => void steps.push('end');
    },
    makeClaimLogFiles: async () => {
      steps.push('write');
      throw new Error('no memory');
    },
  });
  await callFailing('report.export', as('xlsx'));
  expect(steps).toEqual(['package', 'write', 'end']);
});

test('a workbook that can’t be searched is not saved', async () => {
  const { callFailing, as, folder } = await exportWorkbook({ state: 'unreadable', why: 'is damaged' });
  expect((await callFailing('report.export', as('xlsx'))).message).toContain('because the file is damaged.');
  expect(await readdir(folder)).toEqual(['library']);
});

test('a workbook without a leak is saved', async () => {
  const { call, as } = await exportWorkbook({
    state: 'read',
    places: [place('the settings of the file', 'a')],
  });
  expect((await call('report.export', as('xlsx')))?.fileName).toBe('T.xlsx');
});

test('a workbook for the public names no reviewer in any part, unless that was chosen', async () => {
  const { call, callFailing, as, articleId } = await exportWorkbook({
    state: 'read',
    places: [place('the properties of the file', 'Ann Brook')],
  });
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
