import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Source } from '#shared/domain/base/source.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

/** Creates an article with these sources, which no claim uses. */
async function createArticle(stet: TestCore, title: string, ...sources: Source[]): Promise<string> {
  const { articleId } = await stet.createArticle(sampleProposal(title));
  await addSources(stet, articleId, ...sources);
  return articleId;
}

async function addSources({ call }: Pick<TestCore, 'call'>, articleId: string, ...sources: Source[]) {
  const edits = sources.map((source) => makeCreateEdit('sources', source));
  if (edits.length > 0)
    await call('review.apply', { articleId, change: { id: newId(), action: 'source.edit', edits } });
}

const getTitles = (found: { source: Source }[]) => found.map(({ source }) => source.title);

describe('sources of the library', () => {
  test('are found in the other articles, the best first', async () => {
    const stet = testCore(await tempFolder());
    const mine = await createArticle(stet, 'Mine', createTestSource('a', { title: 'Harbour report' }));
    await createArticle(
      stet,
      'Other',
      createTestSource('b', { title: 'Report on the harbour' }),
      createTestSource('c', { title: 'Harbour report 2020', confidential: true }),
      createTestSource('d', { title: 'Seawall' }),
    );
    const found = await stet.call('library.sources', { articleId: mine, query: 'harbour rep' });
    expect(getTitles(found)).toEqual(['Harbour report 2020', 'Report on the harbour']);
    expect(found[0]).toMatchObject({ articleTitle: 'Other', files: 0, source: { confidential: true } });
  });

  test('reflect additions, the bin and renamed articles', async () => {
    const stet = testCore(await tempFolder());
    const mine = await createArticle(stet, 'Mine');
    const other = await createArticle(stet, 'Other', createTestSource('b', { title: 'Harbour' }));
    const search = () => stet.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(getTitles(await search())).toEqual(['Harbour']);
    await addSources(stet, other, createTestSource('e', { title: 'Harbour master' }));
    expect(getTitles(await search())).toEqual(['Harbour', 'Harbour master']);
    await stet.call('library.bin', { articleId: other });
    expect(await search()).toEqual([]);
    await stet.call('library.restore', { articleId: other });
    expect(getTitles(await search())).toEqual(['Harbour', 'Harbour master']);
  });

  test('are found after a restart, also without the summaries, which are made again', async () => {
    const folder = await tempFolder();
    const first = testCore(folder);
    const mine = await createArticle(first, 'Mine');
    const damaged = await createArticle(first, 'Other', createTestSource('b', { title: 'Harbour' }));
    const missing = await createArticle(first, 'Third', createTestSource('c', { title: 'Harbour master' }));
    await first.core.close();
    const summaries = [damaged, missing].map((id) => join(folder, 'articles', id, 'summary.json'));
    const [whole, wholeToo] = await Promise.all(summaries.map((path) => readFile(path, 'utf8')));
    await writeFile(summaries[0] ?? '', whole?.replace('Harbour', 'Harvour') ?? '');
    await rm(summaries[1] ?? '');
    const second = testCore(folder);
    const found = await second.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(getTitles(found)).toEqual(['Harbour', 'Harbour master']);
    expect(await Promise.all(summaries.map((path) => readFile(path, 'utf8')))).toEqual([whole, wholeToo]);
  });

  test('are searched in memory: only an article that changed is read again, and none stays open', async () => {
    const folder = await tempFolder();
    const first = testCore(folder);
    const mine = await createArticle(first, 'Mine');
    const other = await createArticle(first, 'Other', createTestSource('b', { title: 'Harbour' }));
    await createArticle(first, 'Never edited');
    await first.core.close();
    const folders = (await readdir(join(folder, 'articles'))).map((id) => join(folder, 'articles', id));
    for (const name of ['summary.json', 'review.json'])
      for (const article of folders) await rm(join(article, name), { force: true });

    const stet = testCore(folder);
    const search = () => stet.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(getTitles(await search())).toEqual(['Harbour']);
    await stet.call('library.list', null);
    for (const article of folders) {
      // A search needs no snapshot, and an article that it left open would get one.
      expect(await readdir(article)).not.toContain('review.json');
      await rename(join(article, 'summary.json'), join(article, 'moved'));
    }
    expect(getTitles(await search())).toEqual(['Harbour']);
    await addSources(stet, other, createTestSource('e', { title: 'Harbour master' }));
    expect(getTitles(await search())).toEqual(['Harbour', 'Harbour master']);
  });

  test('nothing is read or written for them once the core is closed', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const mine = await createArticle(stet, 'Mine');
    // Without its summary each article has to be opened, one at a time: that takes much longer than to begin to close.
    for (let count = 0; count < 40; count += 1) {
      const id = await createArticle(stet, 'Other', createTestSource(`s${count}`, { title: 'Harbour' }));
      await rm(join(folder, 'articles', id, 'summary.json'), { force: true });
    }
    let isOver = false;
    const searching = stet.call('library.sources', { articleId: mine, query: 'harbour' }).finally(() => {
      isOver = true;
    });
    await stet.core.close();
    expect(isOver).toBe(true);
    expect(await searching).toEqual([]);
  });

  test('an article that can’t be read is tried only once', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const mine = await createArticle(stet, 'Mine');
    await createArticle(stet, 'Good', createTestSource('b', { title: 'Harbour' }));
    const bad = await createArticle(stet, 'Bad', createTestSource('c', { title: 'Harbour master' }));
    await stet.core.close();
    const files = ['history.jsonl', 'review.json'].map((name) => join(folder, 'articles', bad, name));
    await rm(join(folder, 'articles', bad, 'summary.json'));
    for (const file of files) await rename(file, `${file}-away`);
    const next = testCore(folder);
    const search = () => next.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(getTitles(await search())).toEqual(['Harbour']);
    const { length } = next.logs;
    expect(getTitles(await search())).toEqual(['Harbour']);
    expect(next.logs).toHaveLength(length);
    // When the files are put back, the article is found at the next start.
    for (const file of files) await rename(`${file}-away`, file);
    const last = testCore(folder);
    const found = await last.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(getTitles(found)).toEqual(['Harbour', 'Harbour master']);
  });

  test('only the newest of the waiting queries is answered', async () => {
    const stet = testCore(await tempFolder());
    const mine = await createArticle(stet, 'Mine');
    await createArticle(stet, 'Other', createTestSource('b', { title: 'Harbour' }));
    const found = await Promise.all(
      ['h', 'ha', 'harb'].map((query) => stet.call('library.sources', { articleId: mine, query })),
    );
    expect(found.map((sources) => sources.length)).toEqual([0, 0, 1]);
  });
});
