import { expect } from 'vitest';
import {
  type FlippedBitsSearch,
  findFlippedBits,
} from '../../../../../../main/core/flipped-bits/find-flipped-bits';
import {
  planRepair,
  type RepairInput,
  type RepairPlan,
} from '../../../../../../main/core/storage/repair/plan-repair';
import { computeChecksum, formatHead } from '../../../../../../main/core/storage/review/history/history-line';
import { parseHistory } from '../../../../../../main/core/storage/review/history/read-history';
import { replay } from '../../../../../../main/core/storage/review/replay';
import { readStoredArticles, type StoredArticle, stamp } from './stored-articles';

/** The articles of a stored library: all, those with a short history, and those with many changes. */
export const articles = readStoredArticles();
export const short = articles.filter(({ history }) => history.length < 10_000);
export const long = articles.filter(({ content }) => content.end.seq > 30);

export const splitLines = (history: Buffer) => history.toString('latin1').trimEnd().split('\n');
export const joinLines = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`, 'latin1');

const given = {
  stamp,
  backups: [],
  timeZone: 'UTC',
  search: async (bits: FlippedBitsSearch) => findFlippedBits(bits),
};

/** Plans the repair of an article, with its own snapshot unless it has none. */
export function plan(
  { articleId, snapshot }: StoredArticle,
  history: Buffer | null,
  hasSnapshot = true,
  backups: RepairInput['backups'] = [],
): Promise<RepairPlan> {
  return planRepair({ ...given, articleId, history, snapshot: hasSnapshot ? snapshot : null, backups });
}

export function getAnswers(planned: RepairPlan) {
  if (planned.kind !== 'question') throw new Error(`the plan is ${planned.kind}`);
  return planned.answers;
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
