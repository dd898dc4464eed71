import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { choose } from '#tests/unit/effort.ts';
import { flipBit } from '#tests/unit/main/support/open-vault.ts';
import { createTitleChange, newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

interface Article {
  id: string;
  title: string;
  isBinned: boolean;
  sources: string[];
}

const steps = ['create', 'rename', 'addSource', 'bin', 'restore', 'delete', 'restart', 'crash'] as const;
/** Losses and damage of files that are caches. */
const losses = [
  'loseList',
  'loseSummary',
  'loseSnapshot',
  'damageList',
  'damageSummary',
  'damageBin',
] as const;

/** Does a random step in a library and in a model of it. */
async function takeStep(
  state: { stet: ReturnType<typeof testCore>; folder: string; articles: Article[] },
  step: (typeof steps)[number] | (typeof losses)[number],
  at: number,
): Promise<void> {
  const { stet, folder, articles } = state;
  // The first article is the one that sources are searched for.
  const article = articles[1 + (at % Math.max(1, articles.length - 1))];
  if (step === 'create' || !article) {
    const title = `Title ${newId()}`;
    const { articleId } = await stet.createArticle(sampleProposal(title));
    articles.push({ id: articleId, title, isBinned: false, sources: [] });
    return;
  }
  const { id } = article;
  const path = (name: string) => join(folder, 'articles', id, name);
  const restart = () => {
    state.stet = testCore(folder);
  };
  const ignoreMissing = () => undefined;
  switch (step) {
    case 'rename': {
      const title = `Title ${newId()}`;
      await stet.call('review.apply', { articleId: id, change: createTitleChange(id, article.title, title) });
      article.title = title;
      return;
    }
    case 'addSource': {
      const source = createTestSource(newId(), { title: `Harbour ${newId()}` });
      const change = {
        id: newId(),
        action: 'source.edit' as const,
        edits: [makeCreateEdit('sources', source)],
      };
      await stet.call('review.apply', { articleId: id, change });
      article.sources.push(source.title);
      return;
    }
    case 'bin':
    case 'restore':
      await stet.call(`library.${step}`, { articleId: id });
      article.isBinned = step === 'bin';
      return;
    case 'delete':
      if (!article.isBinned) return;
      await stet.call('library.delete', { articleId: id });
      articles.splice(articles.indexOf(article), 1);
      return;
    case 'crash':
      return restart();
    case 'restart':
      await stet.core.close();
      return restart();
    case 'loseList':
    case 'damageList': {
      await stet.core.close();
      const list = join(folder, 'library.json');
      await (step === 'loseList' ? rm(list, { force: true }) : flipBit(list).catch(ignoreMissing));
      return restart();
    }
    default: {
      await stet.core.close();
      const name = { Summary: 'summary.json', Snapshot: 'review.json', Bin: 'binned.json' };
      const file = path(
        name[step.includes('Summary') ? 'Summary' : step.includes('Bin') ? 'Bin' : 'Snapshot'],
      );
      await (step.startsWith('lose') ? rm(file, { force: true }) : flipBit(file).catch(ignoreMissing));
      return restart();
    }
  }
}

test('whatever is done, lost or damaged, the library lists every article, its place and its sources', async () => {
  const step = fc.tuple(fc.constantFrom(...steps, ...losses), fc.nat({ max: 50 }));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (taken) => {
      const folder = await tempFolder();
      const state = { stet: testCore(folder), folder, articles: [] as Article[] };
      for (const title of ['create', 'create', 'create'] as const) await takeStep(state, title, 0);
      for (const [what, at] of taken) {
        await takeStep(state, what, at);
        const { stet, articles } = state;
        const listed = (await stet.call('library.list', null)).articles;
        expect(
          listed.map(({ id, title, binnedAt }) => [id, title, binnedAt !== null]).sort(),
          taken.join(' '),
        ).toEqual(articles.map(({ id, title, isBinned }) => [id, title, isBinned]).sort());
        const reader = articles[0]?.id ?? '';
        const found = await stet.call('library.sources', { articleId: reader, query: 'harbour' });
        const sources = articles.slice(1).flatMap((article) => (article.isBinned ? [] : article.sources));
        expect(found.map(({ source }) => source.title).sort()).toEqual(sources.sort().slice(0, 20));
      }
      expect((await readdir(join(folder, 'articles'))).sort()).toEqual(
        state.articles.map(({ id }) => id).sort(),
      );
      await state.stet.core.close();
    }),
    { numRuns: choose(2, 8), seed: 19 },
  );
});
