import { at } from '../../text/sequences/at';
import { findFirstIndex } from '../../text/sequences/find-first-index';
import type { Span } from '../../text/span';
import type { Report } from '../model/report-model';
import { addQuotationMarks, text as joinText, own, type ReportText, reshape } from '../origin/report-text';
import { createRun, getReviewer, toSecond } from './plan-comments';
import { findInnermost, type PlannedCorrection } from './plan-corrections';
import type { PlannedChange, PlannedComment, PlannedLine } from './word-plan';
import { toXmlText } from './xml';

/** The line that the comment of its claim gets when the file does not allow a change. */
function createLineIfNotTracked(change: PlannedCorrection): PlannedLine {
  const countCells = (text: string) => text.split('\t').length;
  const joinsCells = countCells(change.replaced) > countCells(change.text);
  const why = createRun(
    own(
      joinsCells
        ? 'Not tracked: it joins cells of a table.'
        : 'Not tracked: the file does not allow it there.',
    ),
  );
  // The comment has a correction that is only suggested already.
  if (!change.isApplied) return [why];
  const words = change.text === '' ? change.replaced : change.text;
  const what = joinText`${own(change.text === '' ? 'Delete' : 'Change to')} ${addQuotationMarks(words)}. `;
  return [createRun(what), why];
}

/** The time of the nearest comment of an author in the list; null when there is none. */
function findNearestTime(
  comments: readonly PlannedComment[],
  index: number,
  author: string,
): ReportText | null {
  let nearest: { distance: number; at: ReportText } | null = null;
  for (const [position, comment] of comments.entries()) {
    const distance = Math.abs(position - index);
    if (comment.author === author && comment.at !== null && (!nearest || distance < nearest.distance))
      nearest = { distance, at: comment.at };
  }
  return nearest?.at ?? null;
}

/** The index of the first claim from an offset on. Comments are in the order of their claims, so the nearest is beside it. */
function findNextClaim(spans: readonly Span[], offset: number): number {
  return findFirstIndex(spans.length, (index) => at(spans, index).start >= offset);
}

/**
 * Plans a tracked change for each change of the base draft. One that was applied is signed by the reviewer, with the time of the comment
 * on its claim or of the nearest one, so that it is recognised when the file comes back.
 */
export function planChanges(
  report: Report,
  changes: readonly PlannedCorrection[],
  comments: readonly PlannedComment[],
): PlannedChange[] {
  const spans = report.claims.map(({ span }) => span);
  return changes.map((change) => {
    const { start, end, text, current, suggestion } = change;
    const innermost = suggestion ? suggestion.comment : findInnermost(spans, current);
    const own = comments[innermost];
    const author = own?.author ?? getReviewer(report);
    const time = own ? own.at : findNearestTime(comments, findNextClaim(spans, current.start), author);
    return {
      span: { start, end },
      text: reshape(text, (words) => toXmlText(words).replace(/\r\n?/g, '\n')),
      author,
      at: time ?? toSecond(report.madeAt),
      comment: own ? innermost : null,
      lineIfNotTracked: createLineIfNotTracked(change),
    };
  });
}
