import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCsv } from '#tests/spreadsheets/read-csv.ts';
import { readXlsx } from '#tests/spreadsheets/read-xlsx.ts';
import { createMarkChange } from '#tests/unit/main/support/sample.ts';
import { openForExport } from './open-for-export.ts';

/** The name that is proposed for a report of the article “T”, without its extension. */
const named = 'T – fact check, draft 1, editor';

/** The files of a claim log beside those of claims and evidence. */
const others = ['open queries', 'coverage', 'not looked at', 'partly'].map((name) => `${named} ${name}.csv`);

test('the report contains what was acknowledged, and is named after the title', async () => {
  const { call, folder, proposed, articleId, input } = await openForExport('Mills: a/b', (path) => path);
  await call('settings.change', { reviewer: 'Ann Brook' });
  const { draft } = await call('review.open', { articleId });
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 23, 'disputed').change });
  const exported = await call('report.export', input);
  expect(proposed).toEqual([join(folder, 'Mills a b – fact check, draft 1, editor.html')]);
  expect(exported?.fileName).toBe('Mills a b – fact check, draft 1, editor.html');
  const html = await readFile(join(folder, 'Mills a b – fact check, draft 1, editor.html'), 'utf8');
  expect(html).toContain('The mill closed in 1974');
  // The verdict carries no name, and who exports it signs nothing.
  expect(html).toContain(', not signed');
  expect(html).not.toContain('Ann Brook');
});

test('cancelling writes nothing', async () => {
  const { call, folder, input } = await openForExport('T', () => null);
  expect(await call('report.export', input)).toBeNull();
  expect(await readdir(folder)).toEqual(['library']);
});

test('a missing extension is added, but never over another file', async () => {
  const { call, folder, input, as } = await openForExport('T', (path) => path.replace('.html', ''));
  expect((await call('report.export', input))?.fileName).toBe(`${named}.html`);
  await writeFile(join(folder, `${named}.html`), 'mine');
  expect((await call('report.export', as('html')))?.fileName).toBe(named);
  expect(await readFile(join(folder, `${named}.html`), 'utf8')).toBe('mine');
});

test.each([
  ['report v1.2', 'report v1.2.html'],
  ['report.HTML', 'report.HTML'],
  ['report.htm', 'report.htm.html'],
])('a report saved as %j is written to %j', async (chosen, name) => {
  const { call, folder, input } = await openForExport('T', (path) => join(path, '..', chosen));
  expect((await call('report.export', input))?.fileName).toBe(name);
  expect((await readdir(folder)).sort()).toEqual([name, 'library'].sort());
});

test('a long title in any script makes a valid file name', async () => {
  const title = '製粉所は一九七四年に閉鎖された'.repeat(8);
  const { call, folder, input, proposed } = await openForExport(title, (path) => path);
  const exported = await call('report.export', input);
  expect(exported?.fileName).toBe(`${title.slice(0, 55)} – fact check, draft 1, editor.html`);
  expect(proposed).toEqual([join(folder, exported?.fileName ?? '')]);
});

test('a folder that can’t be written to is reported in plain words', async () => {
  const { callFailing, folder, input } = await openForExport('T', (path) => join(path, 'inside'));
  expect(await callFailing('report.export', input)).toMatchObject({
    code: 'notSaved',
    message: expect.stringContaining('The check itself is safe'),
  });
  await mkdir(join(folder, `${named}.html`));
  expect(await readdir(folder)).toEqual([`${named}.html`, 'library']);
});

test.each([
  ['html', '.html', '<!doctype html>'],
  ['markdown', '.md', '# T'],
  ['json', '.json', '"stet-report"'],
] as const)('%s is written with its own extension', async (format, extension, sign) => {
  const { call, folder, as } = await openForExport('T', (path) => path);
  expect((await call('report.export', as(format)))?.fileName).toBe(`${named}${extension}`);
  expect((await readFile(join(folder, `${named}${extension}`), 'utf8')).toLowerCase()).toContain(
    sign.toLowerCase(),
  );
});

test('a claim log is one workbook, or six files of comma-separated values, which replace only the one that was chosen', async () => {
  const { call, folder, as } = await openForExport('T', (path) => path);
  expect(await call('report.export', as('xlsx'))).toMatchObject({
    fileName: `${named}.xlsx`,
    furtherNames: [],
  });
  const { sheets } = readXlsx(await readFile(join(folder, `${named}.xlsx`)));
  expect(sheets.map(({ name, cells }) => [name, cells.get('A1')?.value])).toEqual([
    ['Claims', 'Claim'],
    ['Evidence', 'Claim'],
    ['Open queries', 'Query'],
    ['Coverage', 'State'],
    ['Not looked at', 'Sentence'],
    ['Partly', 'Open words'],
  ]);

  await writeFile(join(folder, `${named}.csv`), 'replaced');
  await writeFile(join(folder, `${named} evidence.csv`), 'kept');
  const names = {
    fileName: `${named}.csv`,
    furtherNames: [`${named} evidence (2).csv`, ...others],
  };
  expect(await call('report.export', as('csv'))).toMatchObject(names);
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  expect(readCsv(await read(`${named}.csv`))[0]?.slice(0, 2)).toEqual(['Claim', 'Words']);
  expect(readCsv(await read(`${named} evidence (2).csv`))[0]?.[2]).toBe('Stance');
  expect(await read(`${named} evidence.csv`)).toBe('kept');
});

test('a claim log that is saved in its place again replaces all of its files, unless somebody changed one', async () => {
  const { call, folder, as } = await openForExport('T', (path) => path);
  const all = { fileName: `${named}.csv`, furtherNames: [`${named} evidence.csv`, ...others] };
  expect(await call('report.export', as('csv'))).toMatchObject(all);
  expect(await call('report.export', as('csv'))).toMatchObject(all);
  await writeFile(join(folder, `${named} evidence.csv`), 'mine');
  const beside = {
    fileName: `${named}.csv`,
    furtherNames: [`${named} evidence (2).csv`, ...others],
  };
  expect(await call('report.export', as('csv'))).toMatchObject(beside);
  expect(await readFile(join(folder, `${named} evidence.csv`), 'utf8')).toBe('mine');
});

test('a claim log of which one file can’t be written leaves none behind', async () => {
  const { callFailing, folder, as } = await openForExport('T', (path) => path);
  // A folder with the chosen name: the further file could be written.
  await mkdir(join(folder, `${named}.csv`));
  expect(await callFailing('report.export', as('csv'))).toMatchObject({ code: 'notSaved' });
  expect((await readdir(folder)).sort()).toEqual([`${named}.csv`, 'library']);
});

test('a report is opened and shown in its folder by its id, as long as it exists', async () => {
  const handed: string[] = [];
  let hasProgram = true;
  const { call, callFailing, folder, as } = await openForExport('T', (path) => path, {
    openFile: async (path) => {
      if (!hasProgram) throw new Error('no program');
      handed.push(`open ${path}`);
    },
    showInFolder: (path) => handed.push(`show ${path}`),
  });
  const { reportId } = (await call('report.export', as('html'))) ?? { reportId: '' };
  const path = join(folder, `${named}.html`);
  expect(await call('report.open', { reportId })).toEqual({ shown: 'file' });
  await call('report.showInFolder', { reportId });
  hasProgram = false;
  expect(await call('report.open', { reportId })).toEqual({ shown: 'folder' });
  expect(handed).toEqual([`open ${path}`, `show ${path}`, `show ${path}`]);
  await rm(path);
  for (const id of [reportId, 'another'])
    for (const name of ['report.open', 'report.showInFolder'] as const)
      expect((await callFailing(name, { reportId: id })).code).toBe('notFound');
  expect(handed).toHaveLength(3);
});

test('a report whose name has another extension is shown in its folder, never opened', async () => {
  const handed: string[] = [];
  const { call, folder, as } = await openForExport('T', (path) => path.replace('.html', '.exe'), {
    openFile: async (path) => void handed.push(`open ${path}`),
    showInFolder: (path) => handed.push(`show ${path}`),
  });
  // The extension is added unless a file with that name exists.
  await writeFile(join(folder, `${named}.exe.html`), 'mine');
  const { reportId } = (await call('report.export', as('html'))) ?? { reportId: '' };
  expect(await call('report.open', { reportId })).toEqual({ shown: 'folder' });
  expect(handed).toEqual([`show ${join(folder, `${named}.exe`)}`]);
});

test('a preview is the page or the beginning of the text, and writes nothing', async () => {
  const served: string[] = [];
  const { call, folder, asPreview } = await openForExport('T', () => null, {
    servePreview: (html) => `app://preview/${served.push(html)}`,
  });
  expect(await call('report.preview', asPreview('html'))).toMatchObject({
    shown: { url: 'app://preview/1' },
    claimCount: 0,
    confidentialCount: 0,
    leaks: [],
  });
  expect(served[0]).toContain('The mill closed in 1974');
  expect(await call('report.preview', asPreview('markdown'))).toMatchObject({
    shown: { text: expect.stringMatching(/^# T/) },
  });
  expect(await readdir(folder)).toEqual(['library']);
});

test('cancelling the task ends it with nothing written, also while a PDF is printed', async () => {
  const stet: { call?: Awaited<ReturnType<typeof openForExport>>['call'] } = {};
  const { call, folder, as } = await openForExport('T', (path) => path, {
    printPdf: async (_html, _paper, signal) => {
      await stet.call?.('task.cancel', { taskId: wanted.taskId });
      signal.throwIfAborted();
      throw new Error('printed all the same');
    },
  });
  stet.call = call;
  const wanted = as('pdf');
  expect(await call('report.export', wanted)).toBeNull();
  expect(await readdir(folder)).toEqual(['library']);
});

test('printing reports whether it was cancelled in the dialog, and a missing printer', async () => {
  const answers = [async () => false, async () => Promise.reject(new Error('Invalid printer settings'))];
  const { call, callFailing, articleId } = await openForExport('T', () => null, {
    printOnPaper: () => (answers.shift() ?? (async () => true))(),
  });
  expect(await call('report.print', { taskId: 'one', articleId, confirmed: [] })).toEqual({ printed: false });
  const { message } = await callFailing('report.print', { taskId: 'two', articleId, confirmed: [] });
  expect(message).toContain('The report was not printed: the system could not print it.');
});
