import type { RepairChoiceId } from '../../../../shared/contract/repair';
import { diffReviews } from '../../../../shared/domain/history/diff-reviews';
import { createEmptyReview, getArticle, type Review } from '../../../../shared/domain/review/review';
import { reviewFromData } from '../../../../shared/domain/review/review-copy';
import { firstPrev } from '../review/history/history-line';
import { type AssembledHistory, assembleHistory, joinLines } from './assemble-history';
import { type CoveredLines, coverLostLines, type RepairSnapshot } from './cover-lost-lines';
import type { DamagedHistory, HistoryPart } from './lines/read-damaged-history';
import { makeStandIn, type RepairStamp } from './repair-lines';

interface DamagedArticle {
  articleId: string;
  damaged: DamagedHistory;
  /** The history with nothing known of what the lost lines did. */
  asItIs: AssembledHistory;
  /** The snapshot, if it is one of the article. */
  snapshot: RepairSnapshot | null;
  /** Whether lines of the article are left in the file. */
  hasOwnLines: boolean;
  stamp: RepairStamp;
}

/** Whether a review is one of the article, with a text. */
export function isReviewOf(review: Review, articleId: string): boolean {
  return review.article.size === 1 && getArticle(review).id === articleId && review.drafts.size > 0;
}

/** The histories that the reviewer can choose among, the one that keeps most first. None when too little is left. */
export function listCandidates({
  articleId,
  damaged,
  asItIs,
  snapshot,
  hasOwnLines,
  stamp,
}: DamagedArticle): [RepairChoiceId, AssembledHistory][] {
  const lines = damaged.parts.flatMap((part) => ('line' in part ? [part.line] : []));
  const covered = snapshot && lines.length > 0 ? findCovered(damaged.parts, snapshot, articleId) : null;
  const isOpen = damaged.unnamed > 0;
  const firstOpen = (lines.at(-1)?.seq ?? 0) - damaged.unnamed + 1;
  const before = keepBefore(damaged.parts, Math.min(asItIs.firstStandIn ?? firstOpen, firstOpen), stamp);
  const all: [RepairChoiceId, AssembledHistory][] = [];
  if (covered) {
    const findEdits = (lost: object, review: Review) =>
      lost === covered.lost ? diffReviews(review, covered.after) : [];
    all.push(['fromSnapshot', assembleHistory(covered.parts, findEdits, stamp)]);
  }
  if (isOpen && asItIs.firstStandIn === null) all.push(['fromBackup', asItIs]);
  else if (!covered && asItIs.kept > before.kept) all.push(['keepLater', asItIs]);
  all.push([hasOwnLines || lines.length === 0 ? 'keepBefore' : 'fromBackup', before]);
  const candidates = all.filter(([, { review }]) => isReviewOf(review, articleId));
  if (snapshot && (candidates.length === 0 || !hasOwnLines))
    candidates.push(['startAgain', startAgain(snapshot, stamp)]);
  return candidates;
}

/**
 * As `coverLostLines`. Where the lines behind the first lost ones are not those that the snapshot knows, they count as lost,
 * too.
 */
function findCovered(
  parts: readonly HistoryPart[],
  snapshot: RepairSnapshot,
  articleId: string,
): CoveredLines | null {
  const firstLost = parts.findIndex((part) => 'lost' in part);
  const covered = coverLostLines(parts, snapshot, articleId);
  return covered ?? (firstLost > 0 ? coverLostLines(parts.slice(0, firstLost), snapshot, articleId) : null);
}

/** The history up to a line, and one line that says that the rest is left out. */
function keepBefore(parts: readonly HistoryPart[], seq: number, stamp: RepairStamp): AssembledHistory {
  const before = parts.filter((part) => 'line' in part && part.line.seq < seq);
  const end = { lost: { firstSeq: before.length + 1, lastSeq: before.length + 1, sha256: null } };
  return assembleHistory([...before, end], () => [], stamp);
}

/** A new history whose first line holds the whole review of the snapshot, and names the history that it continues. */
function startAgain({ review, lastSeq, lastSum }: RepairSnapshot, stamp: RepairStamp): AssembledHistory {
  const after = reviewFromData(review);
  const standIn = makeStandIn(
    {
      ...{ seq: 1, prev: firstPrev },
      edits: diffReviews(createEmptyReview(), after),
      repair: { standsFor: null, continues: { lastSeq, sha256: lastSum } },
    },
    stamp,
  );
  const counts = { kept: 0, leftOut: 0, lost: lastSeq, firstStandIn: 1 };
  return { ...counts, review: after, bytes: joinLines([standIn.content]) };
}
