import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibraryId } from '#main/storage/access/library-id.ts';
import { nameIndexFolder } from '#main/worker/search/stored-articles.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { createMarkChange, newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

/** Searches once everything is indexed. */
async function search({ call }: Pick<TestCore, 'call'>, query: string) {
  for (;;) {
    const results = await call('search.query', { query });
    if (results.indexedCount + results.skipped.length >= results.totalCount) return results;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const getTitles = ({ articles }: Awaited<ReturnType<typeof search>>) =>
  articles.map(({ title }) => title).sort();

/** The names and the contents of all files of the index. */
async function readIndex(folder: string): Promise<string> {
  const files = await readdir(join(folder, 'user-data', 'search'), { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return [...files.map(({ name }) => name), ...(await Promise.all(texts))].join('\n');
}

async function apply({ call }: TestCore, articleId: string, ...edits: ReturnType<typeof makeCreateEdit>[]) {
  await call('review.apply', { articleId, change: { id: newId(), action: 'source.edit', edits } });
}

/** Marks the first words of an article as a claim with a note and evidence of a source. */
async function addClaim(stet: TestCore, articleId: string, note: string, sourceId: string) {
  const { draft } = await stet.call('review.open', { articleId });
  const { change, claimId } = createMarkChange(draft);
  await stet.call('review.apply', { articleId, change });
  await stet.call('review.apply', {
    articleId,
    change: {
      id: newId(),
      action: 'claim.edit',
      edits: [{ table: 'claims', id: claimId, update: { before: { note: null }, after: { note } } }],
    },
  });
  const evidence = { id: newId(), claimId, sourceId, stance: 'supports' as const, stanceChosen: true };
  await apply(
    stet,
    articleId,
    makeCreateEdit('evidence', { ...evidence, locator: 'page 9', quote: `Quoted in ${note}`, note: null }),
  );
}

describe('the search of the library', () => {
  test('finds texts, titles and sources, shows where they are, and what was just written', async () => {
    const stet = testCore(await tempFolder());
    const { articleId } = await stet.createArticle(sampleProposal('A town in Norway'));
    await stet.createArticle(sampleProposal('Another'));
    const found = await search(stet, 'norway');
    expect(getTitles(found)).toEqual(['A town in Norway']);
    expect(getTitles(await search(stet, 'employ'))).toEqual(['A town in Norway', 'Another']);
    await apply(
      stet,
      articleId,
      makeCreateEdit('sources', createTestSource('s', { title: 'Census of mills' })),
    );
    const [article] = (await stet.call('search.query', { query: 'census' })).articles;
    expect(article?.places).toEqual([
      {
        kind: 'source',
        refId: 's',
        span: null,
        snippet: { text: 'Census of mills', marks: [{ start: 0, end: 6 }] },
      },
    ]);
  });

  test('has nothing of a confidential source, of its evidence and of its claims, also once it becomes confidential', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId } = await stet.createArticle(sampleProposal('The mill'));
    const secret = createTestSource('s', {
      kind: 'person',
      title: 'Zuzanna Quist',
      contact: '555 0100',
      alsoHide: 'Zuz',
    });
    await apply(stet, articleId, makeCreateEdit('sources', secret));
    await addClaim(stet, articleId, 'Whistle from Quist', 's');
    expect(getTitles(await search(stet, 'whistle'))).toEqual(['The mill']);
    expect(await readIndex(folder)).toContain('Whistle');
    await stet.call('review.apply', {
      articleId,
      change: {
        id: newId(),
        action: 'source.edit',
        edits: [
          {
            table: 'sources',
            id: 's',
            update: { before: { confidential: false }, after: { confidential: true } },
          },
        ],
      },
    });
    for (const word of ['whistle', 'quist', 'zuzanna', 'zuz', 'quoted', '0100'])
      expect(getTitles(await search(stet, word))).toEqual([]);
    expect(getTitles(await search(stet, 'mill'))).toEqual(['The mill']);
    expect(await readIndex(folder)).toContain('employed');
    expect(await readIndex(folder)).not.toMatch(/whistle|quist|zuz|quoted|page 9|0100/i);
  });

  test('has neither why a query was dismissed nor the names of tags', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId } = await stet.createArticle(sampleProposal('The mill'));
    const query = {
      id: 'q',
      rule: 'quoted-words',
      words: ['the Tamarind ledger'],
      reason: 'Oakapple said so',
    };
    await apply(
      stet,
      articleId,
      makeCreateEdit('dismissedQueries', { ...query, by: null, at: '2026-11-28T10:00:00.000Z' }),
      makeCreateEdit('tags', { id: 'tag', name: 'Ask Oakapple', color: 'blue' }),
    );
    for (const word of ['oakapple', 'tamarind']) expect(getTitles(await search(stet, word))).toEqual([]);
    expect(await readIndex(folder)).toContain('employed');
    expect(await readIndex(folder)).not.toMatch(/Oakapple|Tamarind/);
  });

  test('leaves out remarks elsewhere that name a confidential source, and keeps the others', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId } = await stet.createArticle(sampleProposal('The mill'));
    const secret = createTestSource('s', { kind: 'person', title: 'Zuzanna Quist', confidential: true });
    await apply(stet, articleId, makeCreateEdit('sources', secret));
    await apply(stet, articleId, makeCreateEdit('sources', createTestSource('t', { title: 'Census' })));
    await addClaim(stet, articleId, 'Zuzanna Quist confirms it', 't');
    await addClaim(stet, articleId, 'The archive confirms it', 't');
    expect(getTitles(await search(stet, 'archive confirms'))).toEqual(['The mill']);
    expect(getTitles(await search(stet, 'census'))).toEqual(['The mill']);
    expect(await readIndex(folder)).not.toMatch(/Quist confirms it"/);
  });

  test('leaves nothing in its files of an article that was binned or deleted, and finds one that was restored', async () => {
    const folder = await tempFolder();
    const stet = testCore(folder);
    const { articleId } = await stet.createArticle(sampleProposal('Xylophone'));
    await stet.createArticle(sampleProposal('Kept'));
    await search(stet, 'xylophone');
    expect(await readIndex(folder)).toContain('Xylophone');
    await stet.call('library.bin', { articleId });
    expect(await readIndex(folder)).not.toContain('Xylophone');
    expect(getTitles(await search(stet, 'xylophone'))).toEqual([]);
    await stet.call('library.restore', { articleId });
    expect(getTitles(await search(stet, 'xylophone'))).toEqual(['Xylophone']);
    await stet.call('library.bin', { articleId });
    await stet.call('library.delete', { articleId });
    expect(await readIndex(folder)).not.toContain('Xylophone');
    expect(await readIndex(folder)).not.toContain(articleId);
    expect(getTitles(await search(stet, 'mill'))).toEqual(['Kept']);
  });

  test('is stored for the user alone, and made again where it is damaged, foreign or of another version', async () => {
    const folder = await tempFolder();
    const first = testCore(folder);
    await first.createArticle(sampleProposal('Harbour'));
    await first.createArticle(sampleProposal('Tunnel'));
    await search(first, 'mill');
    await first.core.close();
    const index = join(folder, 'user-data', 'search');
    const own = nameIndexFolder((await readLibraryId(folder)) ?? '');
    expect(await readdir(index)).toEqual([own]);
    const [name = '', other = ''] = await readdir(join(index, own));
    if (process.platform !== 'win32') expect((await stat(join(index, own, name))).mode & 0o777).toBe(0o600);
    const content = await readFile(join(index, own, name), 'utf8');
    await writeFile(join(index, own, name), content.replace('mill', 'zebu'));
    await writeFile(join(index, own, other), (await readFile(join(index, own, other), 'utf8')).slice(0, 90));
    await writeFile(join(index, own, 'gone.12.json'), content);
    await writeFile(join(index, 'of-another-version'), 'words');

    const second = testCore(folder);
    expect(getTitles(await search(second, 'mill'))).toEqual(['Harbour', 'Tunnel']);
    expect(getTitles(await search(second, 'zebu'))).toEqual([]);
    await second.core.close();
    expect(await readdir(index)).toEqual([own]);
    expect((await readdir(join(index, own))).sort()).toEqual([name, other].sort());
    expect(await readFile(join(index, own, name), 'utf8')).toBe(content);
  });

  test('is made in the background after the start, and says which articles can’t be read', async () => {
    const folder = await tempFolder();
    const first = testCore(folder);
    const { articleId } = await first.createArticle(sampleProposal('Damaged'));
    await first.createArticle(sampleProposal('Whole'));
    await first.core.close();
    const history = join(folder, 'articles', articleId, 'history.jsonl');
    const lines = await readFile(history, 'utf8');
    const drafts = join(folder, 'articles', articleId, 'drafts');
    for (const name of await readdir(drafts)) await writeFile(join(drafts, name), 'nothing');
    await writeFile(history, lines.replaceAll('a', 'b'));

    const stet = testCore(folder);
    const results = await search(stet, 'mill');
    expect(results).toMatchObject({ totalCount: 2, indexedCount: 1, skipped: ['Damaged'] });
    expect(getTitles(results)).toEqual(['Whole']);
    // It was only read: nothing was set aside or repaired.
    expect(await readFile(history, 'utf8')).toBe(lines.replaceAll('a', 'b'));
    expect((await readdir(drafts)).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  test('refuses what is no query, and takes any text as one', async () => {
    const stet = testCore(await tempFolder());
    await stet.createArticle(sampleProposal('Harbour'));
    for (const query of [
      '',
      '.*',
      '(?:(zq+)+)$',
      '\u0000',
      '“',
      '\uD800',
      '__proto__ constructor',
      'q'.repeat(200),
    ])
      expect(getTitles(await search(stet, query))).toEqual([]);
    const { code } = await stet.callFailing('search.query', { query: 'q'.repeat(201) });
    expect(code).toBe('badRequest');
  });
});
