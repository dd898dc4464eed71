import { expect } from 'vitest';
import { replay } from '#main/storage/article/read-article.ts';
import { computeChecksum, formatHead, parseHistory } from '#main/storage/history/history-format.ts';
import { planRepair, type RepairInput, type RepairPlan } from '#main/storage/repair/plan-repair.ts';
import { readStoredArticles, type StoredArticle } from './stored-articles.ts';

/** The articles of a stored library: all, those with a short history, and those with many changes. */
export const articles = readStoredArticles();
export const short = articles.filter(({ history }) => history.length < 10_000);
export const long = articles.filter(({ content }) => content.end.seq > 30);

export const splitLines = (history: Buffer) => history.toString('latin1').trimEnd().split('\n');
export const joinLines = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`, 'latin1');

/** Plans the repair of an article, with its own snapshot unless it has none. */
export function plan(
  { articleId, snapshot }: StoredArticle,
  history: Buffer | null,
  hasSnapshot = true,
  backups: RepairInput['backups'] = [],
): RepairPlan | null {
  const stamp = { id: 'repair', at: '2026-11-27T10:00:00.000Z', by: 'Ada' };
  const given = { stamp, backups, timeZone: 'UTC' };
  return planRepair({ ...given, articleId, history, snapshot: hasSnapshot ? snapshot : null });
}

/** The plan of a repair that must be possible. */
export function requirePlan(...args: Parameters<typeof plan>): RepairPlan {
  const planned = plan(...args);
  if (!planned) throw new Error('nothing is planned');
  return planned;
}

/** The review of a repaired history, which must be whole. */
export function readReview(bytes: Buffer) {
  const content = parseHistory(bytes);
  expect(content.problem).toBeNull();
  const { review, isComplete } = replay(null, content);
  expect(isComplete).toBe(true);
  return review;
}

/** Sorts rows by id, because their order within a table means nothing. */
export function sortRows(data: object): object {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return Object.fromEntries(Object.entries(data).map(([table, rows]) => [table, [...rows].sort(byId)]));
}

/** A line that fits its checksum and says that it needs a newer Stet. */
export function makeNewerLine(seq: number, prev: string, change: object): { content: string } {
  const json = JSON.stringify(change);
  return { content: `${formatHead(seq, prev, computeChecksum(seq, prev, json))}${json}}` };
}
