import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEdit } from '../../../../../../shared/domain/history/edits';
import type { Source } from '../../../../../../shared/domain/source';
import { sourceOf } from '../../../../shared/sources';
import { newId, sampleProposal } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { type TestCore, testCore } from '../../../support/test-core';

/** An article with these sources; no claim needs them. */
async function article({ call }: TestCore, title: string, ...sources: Source[]): Promise<string> {
  const { articleId } = await call('article.create', sampleProposal(title));
  await add({ call }, articleId, ...sources);
  return articleId;
}

async function add({ call }: Pick<TestCore, 'call'>, articleId: string, ...sources: Source[]) {
  const edits = sources.map((source) => createEdit('sources', source));
  if (edits.length > 0)
    await call('review.apply', { articleId, change: { id: newId(), action: 'source.edit', edits } });
}

const titles = (found: { source: Source }[]) => found.map(({ source }) => source.title);

describe('sources of the library', () => {
  test('answer with those of other articles, the best first', async () => {
    const stet = testCore(await tempFolder());
    const mine = await article(stet, 'Mine', sourceOf('a', { title: 'Harbour report' }));
    await article(
      stet,
      'Other',
      sourceOf('b', { title: 'Report on the harbour' }),
      sourceOf('c', { title: 'Harbour report 2020', confidential: true }),
      sourceOf('d', { title: 'Seawall' }),
    );
    const found = await stet.call('library.sources', { articleId: mine, query: 'harbour rep' });
    expect(titles(found)).toEqual(['Harbour report 2020', 'Report on the harbour']);
    expect(found[0]).toMatchObject({ articleTitle: 'Other', files: 0, source: { confidential: true } });
  });

  test('know what was added since, what is in the bin, and another name of an article', async () => {
    const stet = testCore(await tempFolder());
    const mine = await article(stet, 'Mine');
    const other = await article(stet, 'Other', sourceOf('b', { title: 'Harbour' }));
    const search = () => stet.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(titles(await search())).toEqual(['Harbour']);
    await add(stet, other, sourceOf('e', { title: 'Harbour master' }));
    expect(titles(await search())).toEqual(['Harbour', 'Harbour master']);
    await stet.call('library.bin', { articleId: other });
    expect(await search()).toEqual([]);
    await stet.call('library.restore', { articleId: other });
    expect(titles(await search())).toEqual(['Harbour', 'Harbour master']);
  });

  test('are there after a restart, and after their list was damaged', async () => {
    const folder = await tempFolder();
    const first = testCore(folder);
    const mine = await article(first, 'Mine');
    await article(first, 'Other', sourceOf('b', { title: 'Harbour' }));
    await first.call('library.sources', { articleId: mine, query: 'harbour' });
    await first.core.close();
    await writeFile(join(folder, 'sources.json'), 'not what it was');
    const second = testCore(folder);
    const found = await second.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(titles(found)).toEqual(['Harbour']);
  });

  test('nothing is read or written for them once the core is closed', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const mine = await article(stet, 'Mine');
    for (const title of ['One', 'Two', 'Three'])
      await article(stet, title, sourceOf(title, { title: 'Harbour' }));
    let isOver = false;
    const searching = stet.call('library.sources', { articleId: mine, query: 'harbour' }).finally(() => {
      isOver = true;
    });
    // Under way, and not done yet.
    await stet.call('library.list', null);
    expect(isOver).toBe(false);
    await stet.core.close();
    expect(isOver).toBe(true);
    expect(await searching).toEqual([]);
    expect(await readdir(folder)).not.toContain('sources.json');
  });

  test('an article that can’t be read is tried once, and costs nothing after', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const mine = await article(stet, 'Mine');
    await article(stet, 'Good', sourceOf('b', { title: 'Harbour' }));
    const bad = await article(stet, 'Bad', sourceOf('c', { title: 'Harbour master' }));
    await stet.core.close();
    const drafts = join(folder, 'articles', bad, 'drafts');
    await rename(drafts, `${drafts}-away`);
    const next = testCore(folder);
    const search = () => next.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(titles(await search())).toEqual(['Harbour']);
    expect(next.logged).toHaveLength(1);
    const { ino } = await stat(join(folder, 'sources.json'));
    expect(titles(await search())).toEqual(['Harbour']);
    expect((await stat(join(folder, 'sources.json'))).ino).toBe(ino);
    expect(next.logged).toHaveLength(1);
    // Put back, it is there at the next start.
    await rename(`${drafts}-away`, drafts);
    const last = testCore(folder);
    const found = await last.call('library.sources', { articleId: mine, query: 'harbour' });
    expect(titles(found)).toEqual(['Harbour', 'Harbour master']);
  });

  test('the newest of the queries that wait takes the place of the others', async () => {
    const stet = testCore(await tempFolder());
    const mine = await article(stet, 'Mine');
    await article(stet, 'Other', sourceOf('b', { title: 'Harbour' }));
    const found = await Promise.all(
      ['h', 'ha', 'harb'].map((query) => stet.call('library.sources', { articleId: mine, query })),
    );
    expect(found.map((sources) => sources.length)).toEqual([0, 0, 1]);
  });

  test('of an article in the bin are not kept in their list', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const mine = await article(stet, 'Mine');
    const other = await article(stet, 'Other', sourceOf('b', { title: 'Harbour' }));
    await stet.call('library.sources', { articleId: mine, query: 'harbour' });
    const list = () => readFile(join(folder, 'sources.json'), 'utf8');
    expect(await list()).toContain('Harbour');
    await stet.call('library.bin', { articleId: other });
    expect(await list()).not.toContain('Harbour');
  });
});
