import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReportFormat, ReportReader } from '#shared/domain/settings/report-options.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openForExport } from './open-for-export.ts';

type Call = TestCore['call'];

/** Opens an article for export; `confirmLegal` answers the question about a report for lawyers. */
async function openForAgain(confirmLegal = true) {
  const asked: number[] = [];
  const proposed: string[] = [];
  let saveFolder: string | null = null;
  const dialogs = {
    ...refusingDialogs,
    saveFile: async (path: string) => {
      proposed.push(path);
      return saveFolder === null ? path : join(saveFolder, basename(path));
    },
    confirmLegalReport: async (count: number) => {
      asked.push(count);
      return confirmLegal;
    },
  };
  const stet = await openForExport('Mills', () => null, { dialogs });
  const again = (call: Call = stet.call) =>
    call('report.exportAgain', { taskId: 'again', articleId: stet.articleId });
  const exportFor = async (reader: ReportReader, format: ReportFormat = 'html') => {
    const input = stet.as(format);
    const { choices } = input;
    return stet.call('report.export', {
      ...input,
      choices: { ...choices, options: { ...choices.options, reader } },
    });
  };
  const saveIn = (folder: string) => {
    saveFolder = folder;
  };
  const restart = async () => {
    await stet.core.close();
    return testCore(join(stet.folder, 'library'), { documentsFolder: stet.folder, dialogs });
  };
  return { ...stet, proposed, asked, again, exportFor, saveIn, restart };
}

test('the last export is repeated into its file without a question', async () => {
  const { again, exportFor, proposed, folder, call } = await openForAgain();
  await exportFor('public', 'markdown');
  await call('settings.change', { reviewer: 'Ann Brook' });
  expect(await again()).toMatchObject({ state: 'saved', fileName: 'Mills – fact check, draft 1, public.md' });
  expect(proposed).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['Mills – fact check, draft 1, public.md', 'library']);
});

test('it is repeated after a restart as well, with the same choices, and says so', async () => {
  const { again, exportFor, proposed, folder, restart } = await openForAgain();
  await exportFor('public', 'markdown');
  const before = await stat(join(folder, 'Mills – fact check, draft 1, public.md'));
  const { call } = await restart();
  const repeated = await again(call);
  expect(repeated).toMatchObject({
    state: 'saved',
    fileName: 'Mills – fact check, draft 1, public.md',
    place: 'again',
  });
  expect(repeated).toMatchObject({ choices: { format: 'markdown', options: { reader: 'public' } } });
  expect(proposed).toHaveLength(1);
  expect((await stat(join(folder, 'Mills – fact check, draft 1, public.md'))).ino).not.toBe(before.ino);
});

test('a file that somebody changed since is left as it is: the report gets a new name beside it', async () => {
  const { again, exportFor, proposed, folder, restart } = await openForAgain();
  await exportFor('editor');
  await writeFile(join(folder, 'Mills – fact check, draft 1, editor.html'), 'mine');
  const { call } = await restart();
  expect(await again(call)).toMatchObject({
    fileName: 'Mills – fact check, draft 1, editor (2).html',
    place: 'beside',
  });
  expect(await again(call)).toMatchObject({
    fileName: 'Mills – fact check, draft 1, editor (2).html',
    place: 'again',
  });
  expect(await readFile(join(folder, 'Mills – fact check, draft 1, editor.html'), 'utf8')).toBe('mine');
  expect(proposed).toHaveLength(1);
});

test('of six files, one that was changed is left as it is, and the others are replaced', async () => {
  const { again, exportFor, folder } = await openForAgain();
  await exportFor('editor', 'csv');
  await writeFile(join(folder, 'Mills – fact check, draft 1, editor evidence.csv'), 'mine');
  expect(await again()).toMatchObject({
    fileName: 'Mills – fact check, draft 1, editor.csv',
    furtherNames: [
      'Mills – fact check, draft 1, editor evidence (2).csv',
      'Mills – fact check, draft 1, editor open queries.csv',
      'Mills – fact check, draft 1, editor coverage.csv',
      'Mills – fact check, draft 1, editor not looked at.csv',
      'Mills – fact check, draft 1, editor partly.csv',
    ],
  });
  expect(await readFile(join(folder, 'Mills – fact check, draft 1, editor evidence.csv'), 'utf8')).toBe(
    'mine',
  );
});

test('a file that is gone is written again, and where its folder is gone, it asks where to save', async () => {
  const { again, exportFor, proposed, folder, saveIn } = await openForAgain();
  await mkdir(join(folder, 'out'));
  saveIn(join(folder, 'out'));
  await exportFor('editor');
  await rm(join(folder, 'out', 'Mills – fact check, draft 1, editor.html'));
  expect(await again()).toMatchObject({
    fileName: 'Mills – fact check, draft 1, editor.html',
    place: 'again',
  });
  await rm(join(folder, 'out'), { recursive: true });
  saveIn(folder);
  expect(await again()).toMatchObject({
    fileName: 'Mills – fact check, draft 1, editor.html',
    place: 'chosen',
  });
  expect(proposed.at(-1)).toBe(join(folder, 'out', 'Mills – fact check, draft 1, editor.html'));
});

test('nothing is repeated before the first export, and never a report for lawyers', async () => {
  const { again, exportFor, asked, proposed, folder, articleId, restart } = await openForAgain();
  expect(await again()).toEqual({ state: 'notRepeated', why: 'unknown' });
  await exportFor('public');
  await exportFor('legal');
  expect(asked).toEqual([0]);
  expect(proposed.at(-1)).toBe(
    join(folder, 'Confidential for legal review – Mills – fact check, draft 1.html'),
  );
  expect(
    await readFile(join(folder, 'Confidential for legal review – Mills – fact check, draft 1.html'), 'utf8'),
  ).toContain('Confidential: for legal review');
  expect(await again()).toEqual({ state: 'notRepeated', why: 'legal' });
  expect(proposed).toHaveLength(2);
  const { call } = await restart();
  expect(await again(call)).toEqual({ state: 'notRepeated', why: 'unknown' });
  expect(proposed).toHaveLength(2);
  expect((await call('report.choices', { articleId })).choices.options.reader).toBe('public');
});

test('a report for lawyers is not saved without a yes', async () => {
  const { exportFor, folder, proposed } = await openForAgain(false);
  expect(await exportFor('legal')).toBeNull();
  expect({ proposed, files: await readdir(folder) }).toEqual({ proposed: [], files: ['library'] });
});

test('a file that somebody changes while the report is made is left as it is', async () => {
  let duringPrint = async () => {};
  const { call, folder, articleId, as } = await openForExport('Mills', (path) => path, {
    printPdf: async () => {
      await duringPrint();
      return new TextEncoder().encode('%PDF-1.7');
    },
  });
  await call('report.export', as('pdf'));
  const path = join(folder, 'Mills – fact check, draft 1, editor.pdf');
  duringPrint = () => writeFile(path, 'mine');
  await expect(call('report.exportAgain', { taskId: 'again', articleId })).rejects.toThrow(
    'Mills – fact check, draft 1, editor.pdf was changed by another program in the meantime',
  );
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(await readdir(folder)).toEqual(['Mills – fact check, draft 1, editor.pdf', 'library']);
});
