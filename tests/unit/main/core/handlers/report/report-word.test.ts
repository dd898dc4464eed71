import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentReader, ImportedFile } from '#main/base/document-reader.ts';
import type { Platform } from '#main/core/ports/platform.ts';
import { locateQuote } from '#main/worker/locate-quote.ts';
import { decodeContent } from '#main/worker/output/encoded-report.ts';
import { importTextFile } from '#renderer/documents/read/text/import-text.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import { defaultReportChoices, type ReportOptions } from '#shared/domain/settings/report-options.ts';
import type { ReadResult } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { type WordPlan, type WordReportResult, wordPlanSchema } from '#shared/reports/word/word-plan.ts';
import { createAttachChange, createSourceChange } from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { createMarkChange, newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const words = 'The mill closed in 1974.\n\nIt never reopened.';

/** An importer that reads every file as plain text, a Word file with the map to its only element. */
async function readDraft({ origin, bytes }: ImportedFile): Promise<ReadResult> {
  const name = origin.name ?? '';
  const imported = importTextFile(`${name}.txt`, bytes);
  if (!imported.ok || !/\.doc[xm]$/.test(name)) return imported.ok ? { ...imported, words: 0 } : imported;
  const { length } = imported.proposal.text;
  const segments = [{ part: 0, element: 0, offset: 0, length }];
  return { ...imported, words: 0, textMap: { parts: ['word/document.xml'], segments } };
}

/** A core with an article from a file of the name, whose reports are saved as `out.docx`. */
async function openArticle(
  name: string,
  write: (result: DocumentReader['writeWordReport']) => DocumentReader['writeWordReport'] = (same) => same,
  others: Partial<Pick<Platform, 'readDocument' | 'findQuote'>> = {},
) {
  const folder = await tempFolder();
  const jobs: { plan: WordPlan; bytes: Uint8Array }[] = [];
  const library = join(folder, 'library');
  const own: DocumentReader['writeWordReport'] = async ({ plan, bytes }): Promise<WordReportResult> => {
    jobs.push({ plan: wordPlanSchema.parse(JSON.parse(decodeContent(plan))), bytes });
    return { ok: true, bytes: new TextEncoder().encode('written'), notTracked: 0 };
  };
  const stet = testCore(library, {
    ...others,
    readDraft,
    writeWordReport: write(own),
    documentsFolder: folder,
    dialogs: {
      ...refusingDialogs,
      openFiles: async () => [join(folder, name)],
      attachFiles: async () => [join(folder, 'ledger.txt')],
      saveFile: async (proposed) => join(folder, `out${extname(proposed)}`),
    },
  });
  await writeFile(join(folder, name), words);
  const [file] = (await stet.call('import.choose', null)) ?? [];
  const answer = await stet.call('import.read', { taskId: newId(), fileId: file?.fileId ?? '' });
  if (!answer?.ok) throw new Error('it was not read');
  const { articleId } = await stet.call('article.create', {
    proposalId: answer.proposalId,
    edits: noProposalEdits,
  });
  const { draft } = await stet.call('review.open', { articleId });
  const { change, claimId } = createMarkChange(draft, 0, 23, 'disputed');
  await stet.call('review.apply', { articleId, change });
  const input = (options: Partial<ReportOptions> = {}) => ({
    taskId: newId(),
    articleId,
    choices: { format: 'docx' as const, options: { ...defaultReportChoices.options, ...options } },
  });
  const preview = async (options?: Partial<ReportOptions>) =>
    (await stet.call('report.preview', input(options)))?.word;
  return {
    ...stet,
    folder,
    jobs,
    articleId,
    draft,
    claimId,
    preview,
    input,
    vault: join(library, 'articles', articleId, 'vault'),
    exportAs: (options?: Partial<ReportOptions>) => ({ ...input(options), confirmed: [] }),
  };
}

test('a report is written into the file that the draft was read from, with the map to it', async () => {
  const { call, exportAs, jobs, folder, preview } = await openArticle('mill.docx');
  expect(await preview()).toEqual({ base: 'original', why: null });
  await call('report.export', exportAs());
  expect(await readFile(join(folder, 'out.docx'), 'utf8')).toBe('written');
  const [job] = jobs;
  expect(new TextDecoder().decode(job?.bytes)).toBe(words);
  expect(job?.plan.base).toEqual({
    kind: 'original',
    map: {
      parts: ['word/document.xml'],
      segments: [{ part: 0, element: 0, offset: 0, length: words.length }],
    },
  });
  expect(job?.plan.comments).toMatchObject([{ claim: 1, span: { start: 0, end: 23 } }]);
});

test('quoted words are looked for in kept files for a document of our own, not for the author’s, which gets no queries', async () => {
  const searches: string[] = [];
  const { call, exportAs, articleId, draft, folder } = await openArticle('mill.docx', undefined, {
    readDocument: async () => ({ state: 'read', paged: true, pages: ['Nothing of the kind.'], beside: [] }),
    async findQuote(document, quote) {
      searches.push(quote);
      return locateQuote(document, quote);
    },
  });
  await writeFile(join(folder, 'ledger.txt'), 'Nothing of the kind.');
  const apply = (change: ProposedChange) => call('review.apply', { articleId, change });
  await apply(createSourceChange());
  const [file] = (await call('vault.pick', { taskId: newId(), articleId }))?.files ?? [];
  if (!file) throw new Error('nothing was added');
  const { attachment: _, ...attached } = createAttachChange(file);
  await apply(attached);
  const { change, claimId } = createMarkChange(draft, 26, 43, 'verified');
  await apply(change);
  const id = newId();
  const quoting = {
    id,
    claimId,
    sourceId: 'source',
    stance: 'supports' as const,
    stanceChosen: true,
    locator: null,
    quote: 'mill closed in 1975',
    note: null,
  };
  await apply({
    id: newId(),
    action: 'evidence.attach',
    edits: [{ table: 'evidence', id, create: quoting }],
  });
  await call('report.export', exportAs());
  expect(searches).toEqual([]);
  await call('report.export', exportAs({ word: { ...defaultReportChoices.options.word, base: 'clean' } }));
  expect(searches).toEqual(['mill closed in 1975']);
});

test('corrections that were applied since are tracked in that file', async () => {
  const { call, exportAs, jobs, articleId, claimId } = await openArticle('mill.docx');
  const update = { before: { correction: null }, after: { correction: 'The mill closed in 1975' } };
  const edits = [{ table: 'claims' as const, id: claimId, update }];
  await call('review.apply', { articleId, change: { id: newId(), action: 'claim.edit', edits } });
  await call('draft.correct', { articleId, claimIds: [claimId] });
  await call('report.export', exportAs());
  expect(jobs[0]?.plan.base.kind).toBe('original');
  expect(jobs[0]?.plan.changes).toMatchObject([{ span: { start: 19, end: 23 }, text: '1975', comment: 0 }]);
});

test('a report on a document with macros keeps its extension', async () => {
  const { call, exportAs } = await openArticle('mill.docm');
  expect((await call('report.export', exportAs()))?.fileName).toBe('out.docm');
  const clean = exportAs({ word: { ...defaultReportChoices.options.word, base: 'clean' } });
  expect((await call('report.export', clean))?.fileName).toBe('out.docx');
});

test.each([
  ['the reviewer chose so', { word: { ...defaultReportChoices.options.word, base: 'clean' as const } }],
  ['it is public', { reader: 'public' as const }],
])('a report is a document of our own when %s', async (_, options) => {
  const { call, exportAs, jobs, preview } = await openArticle('mill.docx');
  expect(await preview(options)).toEqual({ base: 'clean', why: null });
  await call('report.export', exportAs(options));
  expect(jobs[0]?.plan.base.kind).toBe('clean');
  expect(jobs[0]?.bytes).toHaveLength(0);
});

test('a report on a draft of another format is a document of our own, and says why', async () => {
  const { preview } = await openArticle('mill.txt');
  expect(await preview()).toEqual({ base: 'clean', why: 'Draft 1 was not read from a Word file (.docx).' });
});

test('a report is a document of our own when the file or the map to it is not there', async () => {
  const { preview, vault, folder, articleId } = await openArticle('mill.docx');
  for (const name of await readdir(vault)) await rm(join(vault, name));
  expect(await preview()).toEqual({
    base: 'clean',
    why: 'The Word file of draft 1 is missing from the library.',
  });
  const drafts = join(folder, 'library', 'articles', articleId, 'drafts');
  for (const name of await readdir(drafts)) if (name.includes('.map.')) await rm(join(drafts, name));
  expect(await preview()).toEqual({
    base: 'clean',
    why: 'It is not known where the text of draft 1 is in its Word file.',
  });
});

test('a file that can’t be written into leaves nothing behind, and another way is named', async () => {
  const { callFailing, exportAs, folder } = await openArticle('mill.docx', () => async () => ({
    ok: false,
    why: 'is damaged',
  }));
  const { message, code } = await callFailing('report.export', exportAs());
  expect(code).toBe('notSaved');
  expect(message).toMatch(
    /^The report was not saved: the author’s Word file is damaged\. .* Export a clean document instead/,
  );
  expect(await readdir(folder)).not.toContain('out.docx');
});

test('a file whose bytes changed in the library is not written into', async () => {
  const { callFailing, exportAs, vault, jobs } = await openArticle('mill.docx');
  for (const name of await readdir(vault)) {
    const path = join(vault, name);
    await rm(path);
    await writeFile(path, words.replace('1974', '1984'));
  }
  expect((await callFailing('report.export', exportAs())).message).toContain(
    'the author’s Word file can’t be read',
  );
  expect(jobs).toEqual([]);
});
