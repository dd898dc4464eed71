import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusingDialogs } from '../../../support/plain-platform';
import { openForExport } from './open-for-export';

/** Opens an article for export; `confirmLegal` answers the question about a report for lawyers. */
async function openForAgain(confirmLegal = true) {
  const asked: number[] = [];
  const dialogs = {
    ...refusingDialogs,
    saveFile: async (path: string) => {
      proposed.push(path);
      return path;
    },
    confirmLegalReport: async (count: number) => {
      asked.push(count);
      return confirmLegal;
    },
  };
  const proposed: string[] = [];
  const stet = await openForExport('Mills', () => null, { dialogs });
  const again = () => stet.call('report.exportAgain', { taskId: 'again', articleId: stet.articleId });
  const exportFor = async (reader: 'public' | 'editor' | 'legal', format: 'html' | 'markdown' = 'html') => {
    const input = stet.as(format);
    const { choices } = input;
    return stet.call('report.export', {
      ...input,
      choices: { ...choices, options: { ...choices.options, reader } },
    });
  };
  return { ...stet, proposed, asked, again, exportFor };
}

test('the last export is repeated into its file without a question', async () => {
  const { again, exportFor, proposed, folder, call } = await openForAgain();
  await exportFor('public', 'markdown');
  await call('settings.change', { reviewer: 'Ann Brook' });
  expect(await again()).toMatchObject({ state: 'saved', fileName: 'Mills.md' });
  expect(proposed).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['Mills.md', 'library']);
});

test('a file that somebody changed since is not replaced: it asks where to save', async () => {
  const { again, exportFor, proposed, folder } = await openForAgain();
  await exportFor('editor');
  await writeFile(join(folder, 'Mills.html'), 'mine');
  expect(await again()).toMatchObject({ state: 'saved' });
  expect(proposed).toEqual([join(folder, 'Mills.html'), join(folder, 'Mills.html')]);
});

test('nothing is repeated before the first export, and never a report for lawyers', async () => {
  const { again, exportFor, asked, proposed, folder, articleId, call } = await openForAgain();
  expect(await again()).toEqual({ state: 'notRepeated', why: 'first' });
  await exportFor('public');
  await exportFor('legal');
  expect(asked).toEqual([0]);
  expect(proposed.at(-1)).toBe(join(folder, 'Confidential for legal review – Mills.html'));
  expect(await readFile(join(folder, 'Confidential for legal review – Mills.html'), 'utf8')).toContain(
    'Confidential: for legal review',
  );
  expect(await again()).toEqual({ state: 'notRepeated', why: 'legal' });
  expect(proposed).toHaveLength(2);
  expect((await call('report.choices', { articleId })).choices.options.reader).toBe('public');
});

test('a report for lawyers is not saved without a yes', async () => {
  const { exportFor, folder, proposed } = await openForAgain(false);
  expect(await exportFor('legal')).toBeNull();
  expect({ proposed, files: await readdir(folder) }).toEqual({ proposed: [], files: ['library'] });
});
