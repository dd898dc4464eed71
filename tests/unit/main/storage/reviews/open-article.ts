import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '#shared/domain/review/change.ts';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** Creates an article and opens it. `article` is its folder. */
export async function openArticle(folder: string, given: Parameters<typeof testCore>[1] = {}) {
  const stet = testCore(folder, given);
  const { articleId } = await stet.createArticle(sampleProposal());
  const { draft } = await stet.call('review.open', { articleId });
  return { ...stet, articleId, draft, article: join(folder, 'articles', articleId) };
}

/** The lines of an article's history. */
export const readLines = async (article: string): Promise<{ change: Change }[]> =>
  (await readFile(join(article, 'history.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
