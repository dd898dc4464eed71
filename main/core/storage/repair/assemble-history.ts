import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import type { Edit } from '../../../../shared/domain/history/change';
import { createEmptyReview, type Review } from '../../../../shared/domain/review/review';
import { firstPrev } from '../review/history/history-line';
import type { WholeLine } from './lines/find-lines';
import type { HistoryPart, LostLines } from './lines/read-damaged-history';
import { makeStandIn, type RepairStamp } from './repair-lines';

/** A repaired history, and what it says. */
export interface AssembledHistory {
  bytes: Buffer;
  review: Review;
  /** Whole changes that are part of it. */
  kept: number;
  /** Whole changes that do not fit without the lost ones. */
  leftOut: number;
  /** Changes whose lines are lost. */
  lost: number;
  /** The number of the first line that stands for another; null when there is none. */
  firstStandIn: number | null;
}

/**
 * Puts a history together from its parts. `findEdits` returns what a range of lost changes did, as far as it is known. Whole
 * lines are kept byte for byte; a line of its own takes the place of each that is lost, or that does not fit without a lost one.
 */
export function assembleHistory(
  parts: readonly HistoryPart[],
  findEdits: (lost: LostLines, before: Review) => Edit[],
  stamp: RepairStamp,
): AssembledHistory {
  const review = createEmptyReview();
  const contents: Buffer[] = [];
  const counts = { kept: 0, leftOut: 0, lost: 0 };
  let end = { seq: 0, sha256: firstPrev };
  let firstStandIn: number | null = null;

  const push = (content: Buffer, sha256: string) => {
    contents.push(content);
    end = { seq: end.seq + 1, sha256 };
  };
  const pushStandIn = (edits: Edit[], standsFor: string | null) => {
    const position = { seq: end.seq + 1, prev: end.sha256 };
    const standIn = makeStandIn({ ...position, edits, repair: { standsFor, continues: null } }, stamp);
    push(standIn.content, standIn.sha256);
    firstStandIn ??= end.seq;
  };
  const addLine = ({ change, content, sha256 }: WholeLine) => {
    const fits = change !== null && applyEdits(review, change.edits).ok;
    counts[fits ? 'kept' : 'leftOut'] += 1;
    if (fits) push(content, sha256);
    else pushStandIn([], sha256);
  };
  const addLost = (lost: LostLines) => {
    const edits = findEdits(lost, review);
    applyEdits(review, edits);
    for (let { firstSeq: seq } = lost; seq <= lost.lastSeq; seq += 1)
      pushStandIn(seq === lost.firstSeq ? edits : [], seq === lost.lastSeq ? lost.sha256 : null);
    counts.lost += lost.lastSeq - lost.firstSeq + 1;
  };

  for (const part of parts) {
    if ('line' in part) addLine(part.line);
    else addLost(part.lost);
  }
  return { ...counts, firstStandIn, review, bytes: joinLines(contents) };
}

/** The bytes of a history with these lines. */
export function joinLines(contents: readonly Buffer[]): Buffer {
  return Buffer.concat(contents.flatMap((content) => [content, Buffer.from('\n')]));
}
