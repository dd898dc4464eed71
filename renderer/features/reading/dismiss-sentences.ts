import type { SentenceState } from '../../../shared/coverage/assess-coverage';
import { dismissSpans, listDismissals, reopenSpans } from '../../../shared/coverage/dismissal-edits';
import { createSpanSweep } from '../../../shared/coverage/span-sweep';
import { findSpotsIn, findTouchedSentences } from '../../../shared/coverage/unread-places';
import type { Span } from '../../../shared/text/span';
import { showNotice } from '../../state/notices';
import { getCoverage } from '../../state/reading/coverage';
import { getReading } from '../../state/reading/reading';
import { currentEditContext } from '../../state/review/edit-context';
import type { Session } from '../../state/review/session';
import { clearSelection } from '../../state/view/navigate';
import { getReadingSpan } from '../../state/view/viewport';
import { goToUnread, stillSearching } from './move-to-unread';

const nowhere = 'Go to a sentence first, with N or the arrow keys.';

/** Dismisses the unread sentences of the selection, or the one where the reader was last, and goes on. */
export function dismissHere(session: Session): void {
  const reader = getReadingSpan();
  if (!reader) showNotice(nowhere);
  else if (dismissSentences(session, reader)) goToUnread(session, 'forward');
}

/** Dismisses the unread sentences from where the reader is to the end of the paragraph, and goes on. */
export function dismissParagraph(session: Session): void {
  const reader = getReadingSpan();
  const block = reader && session.draft.blocks.find(({ end }) => end > reader.start);
  if (!reader || !block) showNotice(nowhere);
  else if (dismissSentences(session, { start: reader.start, end: Math.max(block.end, reader.end) }))
    goToUnread(session, 'forward');
}

/** Dismisses the selected words themselves, which may be less than a sentence. */
export function dismissWords({ review, draft, apply }: Session, words: Span): void {
  clearSelection();
  apply(dismissSpans(review, draft, [words], currentEditContext()));
}

/** Takes back the dismissal of the sentences of the selection, or of the one where the reader was last. */
export function reopenHere(session: Session): void {
  const reader = getReadingSpan();
  if (!reader) showNotice(nowhere);
  else reopenSentences(session, reader);
}

/** Takes back the dismissal of all sentences that a span touches. */
export function reopenSentences({ review, draft, apply }: Session, span: Readonly<Span>): void {
  const sentences = getReading()?.sentences ?? [];
  const { first, end } = findTouchedSentences(sentences, span);
  const step = reopenSpans(review, draft, sentences.slice(first, end), currentEditContext());
  if (step) apply(step);
  else showNotice('No sentence here was dismissed.');
}

/** Whether any sentence that the span touches was dismissed, or words of it: a claim may cover the rest. */
export function hasDismissedAt({ review, draft }: Session, span: Readonly<Span>): boolean {
  const { sentences } = getReading() ?? { sentences: [] };
  const { first, end } = findTouchedSentences(sentences, span);
  const touched = sentences.slice(first, end);
  return listDismissals(review, draft.id).some(({ span: dismissed }) =>
    touched.some((sentence) => sentence.start < dismissed.end && sentence.end > dismissed.start),
  );
}

/** Whether any sentence that the span touches is unread. */
export function hasUnreadAt(span: Readonly<Span>): boolean {
  return hasStateAt(span, 'unread');
}

function hasStateAt(span: Readonly<Span>, state: SentenceState): boolean {
  const [reading, coverage] = [getReading(), getCoverage()];
  return reading !== null && coverage !== null && touchesState(reading, coverage, span, state);
}

/** Whether any sentence that the span touches has the state. */
export function touchesState(
  { sentences }: { sentences: readonly Span[] },
  { states }: { states: readonly SentenceState[] },
  span: Readonly<Span>,
  state: SentenceState,
): boolean {
  const { first, end } = findTouchedSentences(sentences, span);
  return states.slice(first, end).includes(state);
}

/**
 * Dismisses the unread sentences that a span touches, and of one in which a claim stands the spotted words that are left, which
 * makes it covered. False when nothing can be dismissed now, which a notice explains.
 */
export function dismissSentences(session: Session, span: Readonly<Span>): boolean {
  const [reading, coverage] = [getReading(), getCoverage()];
  if (!reading || !coverage) {
    showNotice(stillSearching);
    return false;
  }
  const { first, end } = findTouchedSentences(reading.sentences, span);
  const unread = reading.sentences
    .slice(first, end)
    .filter((_, index) => coverage.states[first + index] === 'unread');
  const claims = createSpanSweep(session.outline().map((claim) => claim.span));
  const dismissed = unread.flatMap((sentence) =>
    claims.touches(sentence) ? findSpotsIn(coverage, sentence).map((spot) => spot.span) : [sentence],
  );
  const { review, draft } = session;
  return session.apply(dismissSpans(review, draft, dismissed, currentEditContext()));
}
