import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../../../main/core/platform';
import type { Evidence } from '../../../../../shared/domain/evidence';
import { makeCreateEdit } from '../../../../../shared/domain/history/make-edits';
import { defaultReportChoices, type ReportFormat } from '../../../../../shared/domain/report-options';
import { createTestSource } from '../../../shared/sources';
import { createMarkChange, sampleProposal } from '../../support/sample';
import { tempFolder } from '../../support/temp-folder';
import { testCore } from '../../support/test-core';

const { options } = defaultReportChoices;

async function openForExport(
  title: string,
  choose: (proposed: string) => string | null,
  platform: Partial<Platform> = {},
) {
  const folder = await tempFolder();
  const proposed: string[] = [];
  const stet = testCore(join(folder, 'library'), {
    ...platform,
    documentsFolder: folder,
    dialogs: {
      openFiles: async () => null,
      attachFiles: async () => null,
      saveFile: async (path) => {
        proposed.push(path);
        return choose(path);
      },
      confirmFetch: async () => false,
      confirmLink: async () => false,
    },
  });
  const { articleId } = await stet.createArticle(sampleProposal(title));
  let tasks = 0;
  const as = (format: ReportFormat, notes = true) => {
    tasks += 1;
    return { taskId: `task${tasks}`, articleId, choices: { format, options: { ...options, notes } } };
  };
  return { ...stet, folder, proposed, articleId, as, input: as('html') };
}

test('the report contains what was acknowledged, and is named after the title', async () => {
  const { call, folder, proposed, articleId, input } = await openForExport('Mills: a/b', (path) => path);
  await call('settings.change', { reviewer: 'Ann Brook' });
  const { draft } = await call('review.open', { articleId });
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 23, 'disputed').change });
  const exported = await call('report.export', input);
  expect(proposed).toEqual([join(folder, 'Mills a b.html')]);
  expect(exported?.fileName).toBe('Mills a b.html');
  const html = await readFile(join(folder, 'Mills a b.html'), 'utf8');
  expect(html).toContain('The mill closed in 1974');
  expect(html).toContain('Ann Brook');
});

test('cancelling writes nothing', async () => {
  const { call, folder, input } = await openForExport('T', () => null);
  expect(await call('report.export', input)).toBeNull();
  expect(await readdir(folder)).toEqual(['library']);
});

test('a missing extension is added, but never over another file', async () => {
  const { call, folder, input, as } = await openForExport('T', (path) => path.replace('.html', ''));
  expect((await call('report.export', input))?.fileName).toBe('T.html');
  await writeFile(join(folder, 'T.html'), 'mine');
  expect((await call('report.export', as('html')))?.fileName).toBe('T');
  expect(await readFile(join(folder, 'T.html'), 'utf8')).toBe('mine');
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
  expect(exported?.fileName).toBe(`${title.slice(0, 80)}.html`);
  expect(proposed).toEqual([join(folder, exported?.fileName ?? '')]);
});

test('a folder that can’t be written to is reported in plain words', async () => {
  const { callFailing, folder, input } = await openForExport('T', (path) => join(path, 'inside'));
  expect(await callFailing('report.export', input)).toMatchObject({
    code: 'notSaved',
    message: expect.stringContaining('The check itself is safe'),
  });
  await mkdir(join(folder, 'T.html'));
  expect(await readdir(folder)).toEqual(['T.html', 'library']);
});

test.each([
  ['html', '.html', '<!doctype html>'],
  ['markdown', '.md', '# T'],
  ['json', '.json', '"stet-report"'],
] as const)('%s is written with its own extension', async (format, extension, sign) => {
  const { call, folder, as } = await openForExport('T', (path) => path);
  expect((await call('report.export', as(format)))?.fileName).toBe(`T${extension}`);
  expect((await readFile(join(folder, `T${extension}`), 'utf8')).toLowerCase()).toContain(sign.toLowerCase());
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
  const path = join(folder, 'T.html');
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
  await writeFile(join(folder, 'T.exe.html'), 'mine');
  const { reportId } = (await call('report.export', as('html'))) ?? { reportId: '' };
  expect(await call('report.open', { reportId })).toEqual({ shown: 'folder' });
  expect(handed).toEqual([`show ${join(folder, 'T.exe')}`]);
});

test('a preview is the page or the beginning of the text, and writes nothing', async () => {
  const served: string[] = [];
  const { call, folder, as } = await openForExport('T', () => null, {
    servePreview: (html) => `app://preview/${served.push(html)}`,
  });
  expect(await call('report.preview', as('html'))).toMatchObject({
    shown: { url: 'app://preview/1' },
    claimCount: 0,
    confidentialCount: 0,
    leaks: [],
  });
  expect(served[0]).toContain('The mill closed in 1974');
  expect(await call('report.preview', as('markdown'))).toMatchObject({
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

describe('what is confidential', () => {
  const informant = createTestSource('informant', {
    kind: 'person',
    title: 'Wilhelmina Oxbridge',
    contact: 'by the old bridge',
    confidential: true,
  });

  /** Opens an article with one claim that rests on a confidential source, with a note. */
  async function openConfidential(note: string, platform: Partial<Platform> = {}) {
    const stet = await openForExport('T', (path) => path, platform);
    const { articleId, call } = stet;
    const { draft } = await call('review.open', { articleId });
    const { change, claimId } = createMarkChange(draft, 0, 23, 'disputed');
    await call('review.apply', { articleId, change });
    const tie: Evidence = {
      ...{ id: 'tie', claimId, sourceId: informant.id, stance: 'supports' },
      ...{ locator: null, quote: 'I saw them carry the ledgers out', note: null },
    };
    await call('review.apply', {
      articleId,
      change: {
        id: 'confide',
        action: 'evidence.attach',
        edits: [
          makeCreateEdit('sources', informant),
          makeCreateEdit('evidence', tie),
          { table: 'claims', id: claimId, update: { before: { note: null }, after: { note } } },
        ],
      },
    });
    return stet;
  }

  test.each(['html', 'markdown', 'json'] as const)('stays out of %s', async (format) => {
    const { call, folder, as } = await openConfidential('Two people say so.');
    const exported = await call('report.export', as(format));
    const written = await readFile(join(folder, exported?.fileName ?? ''), 'utf8');
    expect(written).toMatch(/confidential/i);
    expect(written).not.toMatch(/Oxbridge|old bridge|ledgers/);
    expect(await call('report.preview', as(format))).toMatchObject({ confidentialCount: 1, leaks: [] });
  });

  test.each(['html', 'markdown', 'json', 'pdf'] as const)(
    'stops an export as %s when a note gives it away, and says where',
    async (format) => {
      const { callFailing, call, folder, as } = await openConfidential('So says Wilhelmina Oxbridge.');
      const failure = await callFailing('report.export', as(format));
      expect(failure).toMatchObject({ code: 'confidential', message: expect.stringMatching(/claim 1/) });
      expect(failure.message).not.toContain('Oxbridge');
      expect(await readdir(folder)).toEqual(['library']);
      const preview = await call('report.preview', as(format));
      expect(preview?.leaks).toEqual([expect.stringMatching(/claim 1/)]);
    },
  );

  const printed = async () => new TextEncoder().encode('%PDF-1.4');

  test('stops a printed file whose pages contain it all the same', async () => {
    const { callFailing, folder, as } = await openConfidential('Two people say so.', {
      printPdf: printed,
      readDocument: async () => ({
        ...{ state: 'read', paged: true },
        ...{ pages: ['Nothing here.', 'So says Wilhelmina\nOxbridge.'], beside: [] },
      }),
    });
    const failure = await callFailing('report.export', as('pdf'));
    expect(failure).toMatchObject({ code: 'confidential', message: expect.stringMatching(/page 2/) });
    expect(await readdir(folder)).toEqual(['library']);
  });

  test.each([
    [100, 15_000],
    [5_000_000, 15_000],
    [30_000_000, 40_000],
  ])('is searched for in a printed file of %d bytes for up to %d milliseconds', async (bytes, most) => {
    const given: (number | undefined)[] = [];
    const { call, as } = await openConfidential('Two people say so.', {
      printPdf: async () => new Uint8Array(bytes),
      readDocument: async (_file, _signal, patience) => {
        given.push(patience);
        return { state: 'read', paged: true, pages: ['Nothing here.'], beside: [] };
      },
    });
    expect(await call('report.export', as('pdf'))).not.toBeNull();
    expect(given).toEqual([most]);
  });

  test('stops a printed file that could not be searched', async () => {
    const { callFailing, folder, as } = await openConfidential('Two people say so.', {
      printPdf: printed,
      readDocument: async () => ({ state: 'unreadable', why: 'It is broken.' }),
    });
    expect(await callFailing('report.export', as('pdf'))).toMatchObject({ code: 'confidential' });
    expect(await readdir(folder)).toEqual(['library']);
  });

  describe('on paper', () => {
    const pdf = async () => new TextEncoder().encode('%PDF-');
    const read = (page: string) => async () =>
      ({ state: 'read', paged: true, pages: [page], beside: [] }) satisfies Awaited<
        ReturnType<Platform['readDocument']>
      >;

    test('is left out of what is printed, with the choices of the last report', async () => {
      const printed: [html: string, paper: string][] = [];
      const { call, articleId, folder } = await openConfidential('Two people say so.', {
        printPdf: pdf,
        readDocument: read('Nothing to see'),
        printOnPaper: async (html, paper) => printed.push([html, paper]) > 0,
      });
      const report = { format: 'json', options: { ...options, notes: false, paper: 'letter' } } as const;
      await call('settings.change', { report });
      expect(await call('report.print', { taskId: 'print', articleId })).toEqual({ printed: true });
      const [[html = '', paper] = []] = printed;
      expect(paper).toBe('letter');
      expect(html).toContain('The mill closed in 1974');
      expect(html).toMatch(/confidential source/i);
      expect(html).not.toMatch(/Oxbridge|old bridge|ledgers|Two people/);
      expect(await readdir(folder)).toEqual(['library']);
    });

    test.each([
      ['a note gives it away', 'So says Wilhelmina Oxbridge.', read('Nothing'), /claim 1/],
      ['the pages would tell it', 'Two people.', read('Wilhelmina Oxbridge'), /page 1/],
      [
        'the pages can’t be searched',
        'Two people.',
        async () => ({ state: 'unreadable', why: 'It is broken.' }) as const,
        /could not be searched/,
      ],
    ])('is not printed when %s', async (_, note, readDocument, words) => {
      let printed = 0;
      const { callFailing, articleId } = await openConfidential(note, {
        printPdf: pdf,
        readDocument,
        printOnPaper: async () => ++printed > 0,
      });
      const { code, message } = await callFailing('report.print', { taskId: 'print', articleId });
      expect(code).toBe('confidential');
      expect(message).toMatch(/^The report was not printed/);
      expect(message).toMatch(words);
      expect(message).not.toContain('Oxbridge');
      expect(printed).toBe(0);
    });
  });
});

test('printing reports whether it was cancelled in the dialog, and a missing printer', async () => {
  const answers = [async () => false, async () => Promise.reject(new Error('Invalid printer settings'))];
  const { call, callFailing, articleId } = await openForExport('T', () => null, {
    printOnPaper: () => (answers.shift() ?? (async () => true))(),
  });
  expect(await call('report.print', { taskId: 'one', articleId })).toEqual({ printed: false });
  const { message } = await callFailing('report.print', { taskId: 'two', articleId });
  expect(message).toContain('The report was not printed: the system could not print it.');
});
