import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replay } from '#main/storage/article/read-article.ts';
import {
  findArticleId,
  firstPrev,
  type HistoryContent,
  parseHistory,
} from '#main/storage/history/history-format.ts';
import type { RepairSnapshot } from '#main/storage/repair/plan-repair.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';

export interface StoredArticle {
  articleId: string;
  history: Buffer;
  content: HistoryContent;
  snapshot: RepairSnapshot;
}

const fixtures = resolve(import.meta.dirname, '../../../../fixtures/libraries');

/** The articles of all fixture libraries, each with a snapshot of its whole history. */
export function readStoredArticles(): StoredArticle[] {
  const libraries = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return libraries.flatMap(({ name }) => {
    const articles = join(fixtures, name, 'library', 'articles');
    return readdirSync(articles).map((folder) => {
      const history = readFileSync(join(articles, folder, 'history.jsonl'));
      const content = parseHistory(history);
      // A copy of an article has a folder with another name.
      const articleId = findArticleId(content.changes) ?? folder;
      return { articleId, history, content, snapshot: createSnapshot(content, content.end.seq) };
    });
  });
}

/** The snapshot after some of the changes of a history. */
export function createSnapshot({ changes, sums }: HistoryContent, lastSeq: number): RepairSnapshot {
  const { review } = replay(null, { changes: changes.slice(0, lastSeq), sums });
  return { lastSeq, lastSum: sums[lastSeq - 1] ?? firstPrev, review: reviewToData(review) };
}
