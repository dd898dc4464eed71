import type { RepairChoice, RepairChoiceId } from '../../../../shared/contract/repair';
import type { Review } from '../../../../shared/domain/review/review';
import { reviewFromData } from '../../../../shared/domain/review/review-copy';
import type { FlippedBitsFound, FlippedBitsSearch } from '../../flipped-bits/find-flipped-bits';
import { type AssembledHistory, assembleHistory } from './assemble-history';
import { isReviewOf, listCandidates } from './candidate-histories';
import type { RepairSnapshot } from './cover-lost-lines';
import { describeChoice } from './describe-choice';
import { describeDamage, describeRecovered } from './describe-damage';
import type { BackedUpHistory } from './lines/backup-lines';
import type { WholeLine } from './lines/find-lines';
import { type DamagedHistory, readDamagedHistory } from './lines/read-damaged-history';
import type { RepairStamp } from './repair-lines';

export interface RepairInput {
  /** The name of the article's folder. */
  articleId: string;
  /** The bytes of history.jsonl; null when the file is missing. */
  history: Buffer | null;
  /** The snapshot, if it can be read. */
  snapshot: RepairSnapshot | null;
  /** The whole histories of the article that backups have, the newest first. */
  backups: readonly BackedUpHistory[];
  stamp: RepairStamp;
  /** IANA name of the time zone in which times of backups are written. */
  timeZone: string;
  /** As `findFlippedBits`. Resolves to null as well when the search was cancelled. */
  search: (search: FlippedBitsSearch) => Promise<FlippedBitsFound | null>;
}

export interface RepairedHistory {
  bytes: Buffer;
  /** The account in plain words: the repaired parts, what they come from, and the loss. */
  account: string;
  /** Whether the snapshot holds something else than this history, so that it has to be set aside. */
  replacesSnapshot: boolean;
}

export interface RepairAnswer {
  choice: RepairChoice;
  repaired: RepairedHistory;
}

export type RepairPlan =
  /** Nothing is damaged, a newer Stet wrote it, or too little is left. */
  | { kind: 'nothing' }
  /** There is one answer, and nothing is lost. */
  | { kind: 'certain'; repaired: RepairedHistory }
  /** Something is lost, or there are several answers. */
  | { kind: 'question'; damage: string; answers: RepairAnswer[] };

/**
 * Plans how to repair the history of an article from what is there; only the ids of new lines differ from plan to plan. Whole
 * lines are never rewritten. Rejects as `search` does. In the order of the work:
 *
 * - `lines/read-damaged-history.ts` finds the whole lines, those that a backup has, and recovers those in which a bit was flipped
 * - `assemble-history.ts` puts the lines together, with `repair-lines.ts` for those that stand for lost ones
 * - `candidate-histories.ts` makes what the reviewer can choose among; `cover-lost-lines.ts` finds out from the snapshot what the
 *   lost lines did
 * - `describe-damage.ts` and `describe-choice.ts` say it in plain words; `carry-out-repair.ts` carries it out
 */
export async function planRepair(input: RepairInput): Promise<RepairPlan> {
  const { articleId, history, snapshot, stamp, timeZone } = input;
  const isArticle = (review: Review) => isReviewOf(review, articleId);
  const own = snapshot && isArticle(reviewFromData(snapshot.review)) ? snapshot : null;
  const found = await readDamaged(history, own, input);
  const firstReview = assembleHistory(found.parts, () => [], stamp).review;
  const isForeign = found.parts.length > 0 && firstReview.article.size > 0 && !isArticle(firstReview);
  // The lines of another article are no part of this one, whose own lines a backup may have.
  const damaged = isForeign ? await readDamaged(null, own, input) : found;
  const lines = damaged.parts.flatMap((part) => ('line' in part ? [part.line] : []));
  if (lines.some(({ change }) => change === null)) return { kind: 'nothing' };
  const asItIs = assembleHistory(damaged.parts, () => [], stamp);
  const lastSeq = lines.at(-1)?.seq ?? 0;
  const isShort = own !== null && own.lastSeq > lastSeq && !continuesSnapshot(lines[0], own);
  if (!isLossy(damaged, asItIs) && !isShort && damaged.unnamed === 0 && isArticle(asItIs.review)) {
    if (history && isIntact(history, asItIs)) return { kind: 'nothing' };
    const account = describeRecovered(damaged, { isMissing: history === null, isForeign, timeZone });
    return { kind: 'certain', repaired: { bytes: asItIs.bytes, account, replacesSnapshot: false } };
  }

  const knownSeq = Math.max(lastSeq, own?.lastSeq ?? 0);
  const toAnswer = (id: RepairChoiceId, assembled: AssembledHistory): RepairAnswer => {
    const takenAt = damaged.fromBackup.at(-1)?.takenAt ?? null;
    const { account, ...choice } = describeChoice(id, assembled, { knownSeq, takenAt, timeZone });
    const replacesSnapshot = id !== 'fromSnapshot';
    return { choice: { id, ...choice }, repaired: { bytes: assembled.bytes, account, replacesSnapshot } };
  };
  const hasOwnLines = !isForeign && lines.length > damaged.fromBackup.length;
  const candidates = listCandidates({ articleId, damaged, asItIs, snapshot: own, hasOwnLines, stamp });
  const answers = candidates.map(([id, assembled]) => toAnswer(id, assembled));
  const damage = describeDamage(damaged, {
    ...{ isMissing: history === null, isForeign, hasOwnLines, lastSeq, knownSeq, timeZone },
  });
  return answers.length === 0 ? { kind: 'nothing' } : { kind: 'question', damage, answers };
}

function readDamaged(
  history: Buffer | null,
  snapshot: RepairSnapshot | null,
  { backups, search }: RepairInput,
): Promise<DamagedHistory> {
  return readDamagedHistory(history ?? Buffer.alloc(0), {
    snapshot: snapshot && { seq: snapshot.lastSeq, sha256: snapshot.lastSum },
    backups,
    search: (change, lines) => {
      const known: Uint8Array[] = lines.map(({ content }) => content);
      if (snapshot) known.push(Buffer.from(JSON.stringify(snapshot.review)));
      return search({ ...change, known });
    },
  });
}

/** Whether something is gone, or stands beside the history that can be read. */
function isLossy({ parts, others, endBytes }: DamagedHistory, { leftOut }: AssembledHistory): boolean {
  return others > 0 || leftOut > 0 || endBytes > 0 || parts.some((part) => 'lost' in part);
}

/** Whether the file holds these lines already, and behind them at most one that was never finished. */
function isIntact(history: Buffer, { bytes }: AssembledHistory): boolean {
  return history.subarray(0, bytes.length).equals(bytes) && !history.includes('\n', bytes.length);
}

/** Whether the history was begun from the snapshot, which therefore counts the changes of the history before. */
function continuesSnapshot(first: WholeLine | undefined, { lastSeq }: RepairSnapshot): boolean {
  return first?.change?.repair?.continues?.lastSeq === lastSeq;
}
