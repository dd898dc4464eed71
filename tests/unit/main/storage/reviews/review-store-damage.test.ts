import { appendFile, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import {
  createMarkChange,
  createTitleChange,
  newId,
  sampleProposal,
} from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openArticle } from './open-article.ts';

/** Locks a library as another computer does. */
async function lockElsewhere(library: string): Promise<void> {
  const other = testCore(await tempFolder());
  await other.call('library.list', null);
  await copyFile(join(other.platform.libraryFolder, 'lock.json'), join(library, 'lock.json'));
}

test('a damaged snapshot is renamed and reported, and the review comes from the history', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await call('review.close', { articleId });
  await writeFile(join(article, 'review.json'), '{}');

  const later = testCore(folder);
  const opened = await later.call('review.open', { articleId });
  expect(opened.review.claims).toHaveLength(1);
  expect(opened.readOnly).toBe(false);
  expect(opened.problems).toEqual([expect.stringContaining('nothing is lost')]);
  await later.call('review.close', { articleId });
  expect((await readdir(article)).filter((name) => name.startsWith('review.json'))).toHaveLength(2);
  expect((await testCore(folder).call('review.open', { articleId })).problems).toEqual([]);
});

test('damage in the history of a library that another computer has open shows what came before it, and leaves the file alone', async () => {
  const folder = await tempFolder();
  const { call, core, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft, 0, 3).change });
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8).change });
  const path = join(article, 'history.jsonl');
  const lines = (await readFile(path, 'utf8')).split('\n');
  lines[2] = `${lines[2]?.replace('"claims"', '"xxxxxx"').replace('"placements"', '"xxxxxxxxxx"')}`;
  const damaged = lines.join('\n');
  await writeFile(path, damaged);
  await core.close();
  await rm(join(article, 'review.json'));
  await lockElsewhere(folder);

  const served: string[] = [];
  const later = testCore(folder, { servePreview: (html) => `app://preview/${served.push(html)}` });
  const opened = await later.call('review.open', { articleId });
  expect(opened).toMatchObject({
    readOnly: true,
    canUndo: false,
    problems: [expect.stringContaining('Line 3')],
  });
  expect(opened.review.claims).toHaveLength(1);
  const change = createTitleChange(articleId, 'The mill', 'One');
  expect((await later.callFailing('review.apply', { articleId, change })).code).toBe('readOnly');
  expect((await later.callFailing('review.undo', { articleId })).code).toBe('readOnly');
  for (const format of ['html', 'markdown', 'json'] as const) {
    const choices = { ...defaultReportChoices, format };
    const preview = await later.call('report.preview', { taskId: newId(), articleId, choices });
    const text = preview && 'text' in preview.shown ? preview.shown.text : served.at(-1);
    expect(text).toContain('Incomplete: a part of this article’s history is damaged');
  }
  await later.call('review.close', { articleId });
  expect(await readFile(path, 'utf8')).toBe(damaged);
});

test('without a snapshot of its own, damage in the history is not said to be nothing', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await call('review.close', { articleId });
  const other = await openArticle(await tempFolder());
  await other.call('review.apply', {
    articleId: other.articleId,
    change: createMarkChange(other.draft).change,
  });
  await other.call('review.close', { articleId: other.articleId });
  await copyFile(join(other.article, 'review.json'), join(article, 'review.json'));
  await appendFile(join(article, 'history.jsonl'), 'damage\n');
  const { problems } = await testCore(folder).call('review.open', { articleId });
  expect(problems.join(' ')).toContain('behind change 2 can’t be read, and no copy of it was found');
  expect(problems.join(' ')).not.toContain('othing is lost.');
});

test('a history shorter than the snapshot is damage: it goes on from the state of the snapshot', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft).change });
  await call('review.close', { articleId });
  const path = join(article, 'history.jsonl');
  await writeFile(path, `${(await readFile(path, 'utf8')).split('\n')[0]}\n`);
  const opened = await testCore(folder).call('review.open', { articleId });
  expect(opened).toMatchObject({
    readOnly: false,
    problems: [expect.stringContaining('What was done in change 2 was taken from the snapshot')],
  });
  expect(opened.review.claims).toHaveLength(1);
});

test('an article without a readable text shows and exports its claims and sources, and is whole again with the file', async () => {
  const folder = await tempFolder();
  const { call, articleId, draft, article } = await openArticle(folder);
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8, 'verified').change });
  await call('review.close', { articleId });
  const path = join(article, 'drafts', `${draft.sha256}.json`);
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace('1974', '2085'));
  for (const stet of [testCore(folder), testCore(folder)]) {
    const opened = await stet.call('review.open', { articleId });
    expect(opened).toMatchObject({ readOnly: true, problems: [expect.stringContaining('can’t be read')] });
    expect(opened.draft.text).toBe('The text of this article can’t be read.');
    expect(opened.review.claims).toHaveLength(1);
    expect(opened.review.placements).toMatchObject([
      { span: null, status: 'lost', changes: [{ before: 'mill' }] },
    ]);
    await stet.core.close();
  }
  await writeFile(path, whole);
  const opened = await testCore(folder).call('review.open', { articleId });
  expect(opened.draft.text).toBe(draft.text);
  expect(opened).toMatchObject({ readOnly: false, problems: [] });
});

test('when the newest draft can’t be read, the one before it is shown with all claims and sources, and can be exported', async () => {
  const folder = await tempFolder();
  const stet = await openArticle(folder);
  const { call, articleId, draft, article } = stet;
  await call('review.apply', { articleId, change: createMarkChange(draft, 4, 8, 'verified').change });
  const text = `${draft.text} It is a museum now.`;
  const [first, second] = sampleProposal().blocks;
  if (!first || !second) throw new Error('the sample has two blocks');
  await stet.addDraft(articleId, {
    ...sampleProposal(),
    text,
    blocks: [first, { ...second, end: text.length }],
  });
  const { draft: newest } = await call('review.open', { articleId });
  await call('review.apply', {
    articleId,
    change: createMarkChange(newest, text.length - 11, text.length - 5).change,
  });
  await call('review.close', { articleId });
  await writeFile(join(article, 'drafts', `${newest.sha256}.json`), 'nothing');

  const later = testCore(folder);
  const opened = await later.call('review.open', { articleId });
  expect(opened).toMatchObject({
    readOnly: true,
    problems: [expect.stringContaining('Draft 1 is shown instead')],
  });
  expect(opened.draft.text).toBe(draft.text);
  expect(opened.review.drafts.map(({ number }) => number)).toEqual([1]);
  expect(opened.review.placements.map(({ span, status }) => ({ span, status }))).toEqual([
    { span: { start: 4, end: 8 }, status: 'marked' },
    { span: null, status: 'lost' },
  ]);
  const choices = { format: 'markdown', options: defaultReportChoices.options } as const;
  const preview = await later.call('report.preview', { taskId: newId(), articleId, choices });
  expect(preview).toMatchObject({ claimCount: 2 });
  expect((await later.callFailing('review.undo', { articleId })).code).toBe('readOnly');
});

test('an article that is not there is not found', async () => {
  const { call, callFailing, articleId, article } = await openArticle(await tempFolder());
  expect((await callFailing('review.open', { articleId: 'nobody' })).code).toBe('notFound');
  await call('review.close', { articleId });
  await call('review.close', { articleId: 'nobody' });
  await rm(join(article, 'history.jsonl'));
  await rm(join(article, 'review.json'), { force: true });
  expect((await callFailing('review.open', { articleId })).code).toBe('damaged');
});
