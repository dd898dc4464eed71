import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import { invertEdits } from '../../../../shared/domain/history/change';
import { getArticle, type Review } from '../../../../shared/domain/review/review';
import { type ReviewData, reviewFromData } from '../../../../shared/domain/review/review-copy';
import type { HistoryPart, LostLines } from './lines/read-damaged-history';

export interface RepairSnapshot {
  /** The number of the last change that the review contains. */
  lastSeq: number;
  /** The checksum of the line of that change; null where an earlier version did not store it. */
  lastSum: string | null;
  review: ReviewData;
}

export interface CoveredLines {
  /** The parts of the history, in which one range of lost lines takes the place of all that the snapshot covers. */
  parts: HistoryPart[];
  /** That range, and the review after its last change. */
  lost: LostLines;
  after: Review;
}

/**
 * Finds what the snapshot knows of the lost lines: the review behind the last range that it covers is the snapshot's with the
 * whole changes behind that range taken back. Null when the snapshot does not belong to this history, or covers none of them.
 */
export function coverLostLines(
  parts: readonly HistoryPart[],
  snapshot: RepairSnapshot,
  articleId: string,
): CoveredLines | null {
  const withEnd = addLostEnd(parts, snapshot);
  const first = withEnd.findIndex((part) => 'lost' in part && part.lost.firstSeq <= snapshot.lastSeq);
  const last = withEnd.findLastIndex((part) => 'lost' in part && part.lost.firstSeq <= snapshot.lastSeq);
  const [firstPart, lastPart] = [withEnd[first], withEnd[last]];
  if (!firstPart || !lastPart || !('lost' in firstPart && 'lost' in lastPart)) return null;
  if (lastPart.lost.lastSeq > snapshot.lastSeq) return null;
  const later = withEnd.slice(last + 1).flatMap((part) => ('line' in part ? [part.line] : []));
  const takenBack = later.filter(({ seq }) => seq <= snapshot.lastSeq);
  const storedSum = takenBack.at(-1)?.sha256 ?? lastPart.lost.sha256;
  if (snapshot.lastSum !== null && storedSum !== snapshot.lastSum) return null;
  const after = reviewFromData(snapshot.review);
  if (after.article.size !== 1 || getArticle(after).id !== articleId) return null;
  for (const { change } of takenBack.toReversed())
    if (!change || !applyEdits(after, invertEdits(change.edits)).ok) return null;
  const lost: LostLines = { ...lastPart.lost, firstSeq: firstPart.lost.firstSeq };
  return { parts: [...withEnd.slice(0, first), { lost }, ...withEnd.slice(last + 1)], lost, after };
}

/** Adds the lines that the snapshot knows of and that the history ends before. */
function addLostEnd(parts: readonly HistoryPart[], { lastSeq, lastSum }: RepairSnapshot): HistoryPart[] {
  const last = parts.at(-1);
  const endSeq = last && 'line' in last ? last.line.seq : 0;
  if (endSeq >= lastSeq) return [...parts];
  return [...parts, { lost: { firstSeq: endSeq + 1, lastSeq, sha256: lastSum } }];
}
