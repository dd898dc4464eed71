import { expect, test } from 'vitest';
import { formatHistoryLine } from '#main/storage/history/history-format.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import {
  articles,
  joinLines,
  long,
  readReview,
  requirePlan,
  sortRows,
  splitLines,
} from './plan-stored-repair.ts';
import type { StoredArticle } from './stored-articles.ts';

/** A backup with the first lines of an article. */
function backUp({ history }: StoredArticle, lines?: number) {
  return [{ takenAt: '2026-11-20T10:00:00.000Z', bytes: joinLines(splitLines(history).slice(0, lines)) }];
}

test('damaged, removed and lost lines are taken from a backup, byte for byte', () => {
  for (const article of long)
    for (const damage of [
      (lines: string[]) => lines.map((line, at) => (at === 9 || at === 10 ? 'x'.repeat(90) : line)),
      (lines: string[]) => lines.filter((_, at) => at < 4 || at > 8),
      (lines: string[]) => lines.slice(0, -3),
      (lines: string[]) => lines.slice(4),
      (lines: string[]) => lines.map((line, at) => (at === lines.length - 1 ? line.slice(0, 400) : line)),
    ]) {
      const damaged = joinLines(damage(splitLines(article.history)));
      const { bytes, account, isLossy } = requirePlan(article, damaged, true, backUp(article));
      expect(bytes.equals(article.history)).toBe(true);
      expect(account).toContain('The backup of 20 November 2026');
      expect(isLossy).toBe(false);
    }
});

test('a missing, foreign or emptied history is that of the backup, with or without a snapshot', () => {
  for (const article of long) {
    const other = articles.find(({ articleId }) => articleId !== article.articleId)?.history ?? null;
    for (const damaged of [null, other, Buffer.alloc(3_000)])
      for (const hasSnapshot of [true, false]) {
        const { bytes, account, isLossy } = requirePlan(article, damaged, hasSnapshot, backUp(article));
        expect(bytes.equals(article.history)).toBe(true);
        expect(isLossy).toBe(false);
        expect(account).toContain('Nothing else that is known of is lost.');
      }
  }
});

test('where changes were made since the backup, the snapshot fills in what it lacks', () => {
  for (const article of long) {
    const { bytes, account } = requirePlan(article, null, true, backUp(article, 20));
    expect(splitLines(bytes).slice(0, 20)).toEqual(splitLines(article.history).slice(0, 20));
    expect(splitLines(bytes)).toHaveLength(21);
    expect(sortRows(reviewToData(readReview(bytes)))).toEqual(sortRows(article.snapshot.review));
    expect(account).toContain('changes 21 to 39 was taken from the snapshot');
  }
});

test('a backup of another continuation gives no line', () => {
  for (const article of long) {
    const lines = splitLines(article.history);
    const damaged = joinLines(lines.map((line, at) => (at === 9 ? 'x'.repeat(90) : line)));
    const { changes, sums } = article.content;
    let prev = sums[8] ?? '';
    const forked = changes.slice(9, 14).map((change, at) => {
      const { line, sha256 } = formatHistoryLine(10 + at, prev, { ...change, id: `another-${at}` });
      prev = sha256;
      return line;
    });
    const bytes = joinLines([...lines.slice(0, 9), ...forked]);
    for (const hasSnapshot of [true, false]) {
      const backups = [{ takenAt: '2026-11-20T10:00:00.000Z', bytes }];
      const planned = requirePlan(article, damaged, hasSnapshot, backups);
      expect(planned.bytes.includes('"another')).toBe(false);
      expect(planned.isLossy).toBe(!hasSnapshot);
    }
  }
});
