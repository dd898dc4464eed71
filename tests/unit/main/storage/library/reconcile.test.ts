import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { createTitleChange, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createLibrary, listTitles } from './create-library.ts';

test('a list that is gone is made again from the folders', async () => {
  const { folder } = await createLibrary('One', 'Two');
  await rm(join(folder, 'library.json'));
  const again = testCore(folder);
  expect(await listTitles(again)).toEqual(['One', 'Two']);
  expect((await again.call('library.list', null)).problems).toEqual([]);
});

test.each([
  ['earlier', ({ words: _, progress: __, ...entry }: LibraryEntry) => entry],
  [
    'earlier, without byline, draft and file,',
    ({ byline: _, draft: __, file: ___, ...entry }: LibraryEntry) => entry,
  ],
  ['later', (entry: LibraryEntry) => ({ ...entry, words: -1, mood: 'good' })],
])('what an %s version wrote of an article is read again', async (_, writtenBy) => {
  const { call, core, folder, ids } = await createLibrary('One', 'Two');
  await call('library.bin', { articleId: ids[0] ?? '' });
  const before = await call('library.list', null);
  await core.close();
  for (const id of ids) await rm(join(folder, 'articles', id, 'summary.json'));
  const path = join(folder, 'library.json');
  const stored: { countingRules: number; articles: { entry: LibraryEntry; historyBytes: number }[] } =
    JSON.parse(await readFile(path, 'utf8'));
  const articles = stored.articles.map((row) => ({ ...row, entry: writtenBy(row.entry) }));
  const { countingRules } = stored;
  await writeFile(path, encodeChecksummed('stet-library', 1, { countingRules, articles }));
  expect(await testCore(folder).call('library.list', null)).toMatchObject(before);
  expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toEqual([]);

  // An article that can't be read stays in the bin, and is reported by its title.
  await writeFile(join(folder, 'articles', ids[0] ?? '', 'history.jsonl'), 'x\n');
  const { articles: listed, problems } = await testCore(folder).call('library.list', null);
  expect(listed.filter(({ binnedAt }) => binnedAt !== null).map(({ title }) => title)).toEqual(['One']);
  expect(problems).toEqual([expect.stringContaining('“One”: The history')]);
});

test('a list that was counted by older rules is counted again, once', async () => {
  const { call, core, folder } = await createLibrary('One');
  const { articles } = await call('library.list', null);
  await core.close();
  const path = join(folder, 'library.json');
  await rm(join(folder, 'articles', articles[0]?.id ?? '', 'summary.json'));
  const stored = JSON.parse(await readFile(path, 'utf8'));
  const [row] = stored.articles;
  const progress = { ...row.entry.progress, verified: 7 };
  await writeFile(
    path,
    encodeChecksummed('stet-library', 1, {
      countingRules: 0,
      articles: [{ ...row, entry: { ...row.entry, progress } }],
    }),
  );
  expect((await testCore(folder).call('library.list', null)).articles).toEqual(articles);
  expect(JSON.parse(await readFile(path, 'utf8')).articles).toEqual(stored.articles);
});

test('a damaged list is renamed, made again and reported', async () => {
  const { core, folder } = await createLibrary('One');
  await core.close();
  const path = join(folder, 'library.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('One', 'Owe'));
  const again = testCore(folder);
  expect(await listTitles(again)).toEqual(['One']);
  expect((await again.call('library.list', null)).problems).toEqual([
    expect.stringContaining('list of articles was damaged'),
  ]);
  expect((await readdir(folder)).some((name) => name.startsWith('library.json.damaged-'))).toBe(true);
});

test('after a crash the next start finds edits that the list does not contain', async () => {
  const { call, ids, folder } = await createLibrary('One');
  const articleId = ids[0] ?? '';
  await call('review.apply', { articleId, change: createTitleChange(articleId, 'One', 'Uno') });
  // Nothing was closed and no snapshot was due: the list on the disk still says One.
  const again = testCore(folder);
  expect(await listTitles(again)).toEqual(['Uno']);
});

test('an article whose folder is gone is dropped and reported', async () => {
  const { core, ids, folder } = await createLibrary('One', 'Two');
  await core.close();
  await rm(join(folder, 'articles', ids[0] ?? ''), { recursive: true });
  const again = testCore(folder);
  expect(await listTitles(again)).toEqual(['Two']);
  expect((await again.call('library.list', null)).problems).toEqual([
    expect.stringContaining('“One” is no longer listed'),
  ]);
});

test('unfinished folders of a killed process are removed, and a folder without its history is kept and reported', async () => {
  const { folder } = await createLibrary('One');
  const articles = join(folder, 'articles');
  await mkdir(join(articles, '.making-x', 'drafts'), { recursive: true });
  await mkdir(join(articles, 'lost', 'drafts'), { recursive: true });
  await writeFile(join(articles, 'lost', 'drafts', 'writing.0123456789ab.tmp'), '');
  const again = testCore(folder);
  expect(await listTitles(again)).toEqual(['One']);
  expect((await again.call('library.list', null)).problems).toEqual([expect.stringContaining('lost')]);
  expect(await readdir(articles)).not.toContain('.making-x');
  expect(await readdir(join(articles, 'lost', 'drafts'))).toEqual([]);
});

test('one article that can’t be read does not hide the others', async () => {
  const { ids, folder } = await createLibrary('One', 'Two');
  await writeFile(join(folder, 'articles', ids[0] ?? '', 'history.jsonl'), 'x\n');
  const again = testCore(folder);
  expect(await listTitles(again)).toEqual(['One', 'Two']);
  expect((await again.call('library.list', null)).problems).toEqual([
    expect.stringContaining('“One”: The history'),
  ]);
});

test('an article is listed once its folder is copied into the library, and another copy is an article of its own', async () => {
  const { ids, folder } = await createLibrary('One');
  const id = ids[0] ?? '';
  const elsewhere = await tempFolder();
  for (const name of [id, 'copy', `${id} (conflicted copy)`])
    await cp(join(folder, 'articles', id), join(elsewhere, 'articles', name), { recursive: true });
  const stet = testCore(elsewhere);
  expect(await listTitles(stet)).toEqual(['One', 'One', 'One']);
  expect((await stet.call('library.list', null)).problems).toEqual([]);
  for (const name of (await readdir(join(elsewhere, 'articles'))).filter((name) => name !== id)) {
    const origin = JSON.parse(await readFile(join(elsewhere, 'articles', name, 'copy.json'), 'utf8'));
    expect(origin).toMatchObject({ articleId: id, seq: 1 });
    expect(await stet.call('review.open', { articleId: name })).toMatchObject({
      readOnly: false,
      problems: [],
    });
  }
});

test('the history of another article in a folder does not turn the folder into its copy', async () => {
  const { ids, folder, core, createArticle } = await createLibrary('One');
  const other = sampleProposal('Two');
  ids.push((await createArticle({ ...other, text: other.text.replace('mill', 'weir') })).articleId);
  await core.close();
  const [one = '', two = ''] = ids.map((id) => join(folder, 'articles', id));
  await cp(join(one, 'history.jsonl'), join(two, 'history.jsonl'));
  await rm(join(folder, 'library.json'));
  await rm(join(two, 'summary.json'), { force: true });
  expect((await testCore(folder).call('library.list', null)).problems).toHaveLength(1);
  expect(await readdir(two)).not.toContain('copy.json');
});

test('a list that a newer Stet wrote is left as it is, and the bin does without it', async () => {
  const { core, ids, folder } = await createLibrary('One');
  await core.close();
  const path = join(folder, 'library.json');
  const newer = encodeChecksummed('stet-library', 2, { new: true });
  await writeFile(path, newer);
  const again = testCore(folder);
  await again.call('library.bin', { articleId: ids[0] ?? '' });
  expect((await again.call('library.list', null)).articles[0]?.binnedAt).not.toBeNull();
  await again.core.close();
  expect(await readFile(path, 'utf8')).toBe(newer);
  const { articles, problems } = await testCore(folder).call('library.list', null);
  expect(articles[0]?.binnedAt).not.toBeNull();
  expect(problems).toEqual([expect.stringContaining('written by a newer Stet')]);
});
