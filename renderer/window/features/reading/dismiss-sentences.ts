import { undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { type Notice, showNotice } from '#renderer/window/state/base/notices.ts';
import { getCoverage } from '#renderer/window/state/reading/coverage.ts';
import { getReading } from '#renderer/window/state/reading/reading.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { clearSelection } from '#renderer/window/state/view/navigate.ts';
import { getReadingSpan } from '#renderer/window/state/view/viewport.ts';
import type { Coverage } from '#shared/coverage/assess-coverage.ts';
import { dismissSpans, listDismissals, reopenSpans } from '#shared/coverage/dismissal-edits.ts';
import { findSpotsIn, findTouchedSentences } from '#shared/coverage/unread-places.ts';
import type { SentenceState } from '#shared/domain/review/progress.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { capitalize, isolate, shorten } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import { goToUnread, stillSearching } from './move-to-unread.ts';

const nowhere = 'Go to a sentence first, with N or the arrow keys.';

/** Most words of a passage that a notice quotes, in UTF-16 code units. */
const maxQuotedLength = 60;

/** The sentences and words that "Nothing to check" takes in. */
interface SetAsideExtent {
  /** The sentences that were not looked at, whole. */
  sentences: readonly Span[];
  /** The spotted words that are open in each sentence that was partly looked at. */
  rests: readonly (readonly Span[])[];
}

/** Finds what "Nothing to check" takes in at a span; null where there is nothing to set aside. */
export function findSetAsideExtent(
  { sentences }: { sentences: readonly Span[] },
  coverage: Pick<Coverage<{ span: Span }>, 'states' | 'outstandingSpots'>,
  span: Readonly<Span>,
): SetAsideExtent | null {
  const { first, end } = findTouchedSentences(sentences, span);
  const touched = sentences.slice(first, end);
  const inState = (state: SentenceState) =>
    touched.filter((_, index) => coverage.states[first + index] === state);
  const extent = {
    sentences: inState('notLookedAt'),
    rests: inState('partly').map((sentence) => findSpotsIn(coverage, sentence).map((spot) => spot.span)),
  };
  return extent.sentences.length + extent.rests.length === 0 ? null : extent;
}

/** Names what a press takes in: "Nothing to check in this sentence", "Nothing to check in 2 sentences and the rest of 1". */
export function labelNothingToCheck(extent: SetAsideExtent): string {
  return `Nothing to check in ${describeExtent(extent, 'this sentence', 'this sentence')}`;
}

/** `one` and `restOfOne` are the words for a single sentence. */
function describeExtent({ sentences, rests }: SetAsideExtent, one: string, restOfOne: string): string {
  const count = (number: number) => (number === 1 ? one : formatCount(number, 'sentence'));
  if (rests.length === 0) return count(sentences.length);
  if (sentences.length === 0)
    return `the rest of ${rests.length === 1 ? restOfOne : formatCount(rests.length, 'sentence')}`;
  return `${formatCount(sentences.length, 'sentence')} and the rest of ${formatNumber(rests.length)}`;
}

/** As `findSetAsideExtent`, for menus. Null also where not everything was found yet. */
export function getSetAsideExtentAt(span: Readonly<Span>): SetAsideExtent | null {
  const [reading, coverage] = [getReading(), getCoverage()];
  return reading && coverage && findSetAsideExtent(reading, coverage, span);
}

/** Sets the sentences of the selection aside, or the one where the reviewer was last, and goes on. */
export function dismissHere(session: Session): void {
  const readingSpan = getReadingSpan();
  if (readingSpan) dismissAndGoOn(session, readingSpan);
  else showNotice(nowhere);
}

/** Sets the sentences from where the reviewer is to the end of the paragraph aside, and goes on. */
export function dismissParagraph(session: Session): void {
  const readingSpan = getReadingSpan();
  const block = readingSpan && session.draft.blocks.find(({ end }) => end > readingSpan.start);
  if (readingSpan && block)
    dismissAndGoOn(session, { start: readingSpan.start, end: Math.max(block.end, readingSpan.end) });
  else showNotice(nowhere);
}

function dismissAndGoOn(session: Session, span: Readonly<Span>): void {
  const said = applyDismissal(session, span);
  if (said) goToUnread(session, 'forward', said);
}

/** Sets the sentences that a span touches aside, and says how many. */
export function dismissSentences(session: Session, span: Readonly<Span>): void {
  const said = applyDismissal(session, span);
  if (said) showNotice(said.message, ...said.actions);
}

/** Sets the selected words themselves aside, which may be less than a sentence. */
export function dismissWords({ review, draft, apply }: Session, words: Span): void {
  clearSelection();
  if (!apply(dismissSpans(review, draft, [words], currentEditContext()))) return;
  const quoted = isolate(shorten(draft.text.slice(words.start, words.end), maxQuotedLength));
  showNotice(`“${quoted}” set aside.`, undoAction);
}

/** Opens the sentences of the selection again that were set aside, or the one where the reviewer was last. */
export function reopenHere(session: Session): void {
  const readingSpan = getReadingSpan();
  if (!readingSpan) showNotice(nowhere);
  else reopenSentences(session, readingSpan);
}

export function reopenSentences({ review, draft, apply }: Session, span: Readonly<Span>): void {
  const sentences = getReading()?.sentences ?? [];
  const { first, end } = findTouchedSentences(sentences, span);
  const step = reopenSpans(review, draft, sentences.slice(first, end), currentEditContext());
  if (step) apply(step);
  else showNotice('Nothing here was set aside.');
}

export function reopenWords({ review, draft, apply }: Session, words: Span): void {
  apply(reopenSpans(review, draft, [words], currentEditContext()));
}

/** Whether any sentence that the span touches was set aside, or words of it: a claim may stand in the rest. */
export function hasDismissedAt({ review, draft }: Session, span: Readonly<Span>): boolean {
  const { sentences } = getReading() ?? { sentences: [] };
  const { first, end } = findTouchedSentences(sentences, span);
  const touched = sentences.slice(first, end);
  return listDismissals(review, draft.id).some(({ span: dismissed }) =>
    touched.some((sentence) => sentence.start < dismissed.end && sentence.end > dismissed.start),
  );
}

/**
 * Sets aside what "Nothing to check" takes in at a span, and returns what to say of it: "2 sentences set aside." Null when that is
 * not possible now, which a notice explains.
 */
function applyDismissal(
  { review, draft, apply }: Session,
  span: Readonly<Span>,
): Pick<Notice, 'message' | 'actions'> | null {
  const [reading, coverage] = [getReading(), getCoverage()];
  if (!reading || !coverage) {
    showNotice(stillSearching);
    return null;
  }
  const extent = findSetAsideExtent(reading, coverage, span);
  if (!extent) return { message: 'Nothing was open here.', actions: [] };
  const spans = [...extent.sentences, ...extent.rests.flat()];
  if (!apply(dismissSpans(review, draft, spans, currentEditContext()))) return null;
  return {
    message: `${capitalize(describeExtent(extent, '1 sentence', 'the sentence'))} set aside.`,
    actions: [undoAction],
  };
}
