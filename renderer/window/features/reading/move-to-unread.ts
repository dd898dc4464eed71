import { type Notice, showNotice } from '#renderer/window/state/base/notices.ts';
import { getCoverage } from '#renderer/window/state/reading/coverage.ts';
import { getReading } from '#renderer/window/state/reading/reading.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { revealSpan, selectText } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea, getReadingSpan, getVisibleSpan } from '#renderer/window/state/view/viewport.ts';
import { describeNoneUnread, describeState } from '#shared/coverage/describe-coverage.ts';
import {
  findSpotsIn,
  findTouchedSentences,
  findUnreadPlace,
  getUnreadPlace,
  type ReadingDirection,
} from '#shared/coverage/unread-places.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import { overlaps, type Span } from '#shared/text/span.ts';

/** A notice about what was done before the reviewer goes on. */
type Said = Pick<Notice, 'message' | 'actions'>;

/**
 * Goes to the next or the previous place that is left to read and selects it; `said` is shown together with what there is to say of
 * that. The other parts of the folder: `dismiss-sentences.ts` sets sentences aside where the reviewer is, `reading-status.tsx`
 * shows how much was read.
 */
export function goToUnread(session: Session, direction: ReadingDirection, said?: Said): void {
  const [reading, coverage] = [getReading(), getCoverage()];
  if (!reading || !coverage) {
    showNotice(stillSearching);
    return;
  }
  const readingSpan = getStartSpan();
  const place = findUnreadPlace({ ...reading, ...coverage }, readingSpan, direction);
  let message = reading.isComplete ? describeNoneUnread(coverage.counts) : stillSearching;
  if (place) {
    goToPlace(session, place);
    const around = expandToSentences(reading.sentences, readingSpan);
    const isPartly = coverage.counts.notLookedAt === 0 && !overlaps(around, place);
    const wrapped = describeWrap(readingSpan, place, direction, 'Nothing else is left to look at.', around);
    message = [isPartly && reading.isComplete ? describeNoneUnread(coverage.counts) : '', wrapped]
      .filter(Boolean)
      .join(' ');
  }
  const messages = [said?.message ?? '', message].filter((part) => part !== '');
  if (messages.length > 0) showNotice(messages.join(' '), ...(said?.actions ?? []));
}

/** Goes to the sentence, not looked at or only partly, whose place is nearest to an offset. */
export function goToUnreadNear(session: Session, offset: number): void {
  const [reading, coverage] = [getReading(), getCoverage()];
  if (!reading || !coverage) return;
  const { sentences } = reading;
  let nearest: Span | null = null;
  sentences.forEach((sentence, index) => {
    const isNearer = !nearest || Math.abs(sentence.start - offset) < Math.abs(nearest.start - offset);
    const state = coverage.states[index];
    if ((state === 'notLookedAt' || state === 'partly') && isNearer) nearest = sentence;
  });
  if (nearest) goToPlace(session, getUnreadPlace(coverage, nearest));
}

/** Goes to the next or the previous spotted words that nobody looked at. */
export function goToSpot(session: Session, direction: ReadingDirection): void {
  const spots = getCoverage()?.outstandingSpots ?? [];
  const readingSpan = getStartSpan();
  const isBehind = ({ start }: Span) =>
    readingSpan.start < readingSpan.end ? start > readingSpan.start : start >= readingSpan.start;
  const next = findFirstIndex(spots.length, (index) => isBehind(at(spots, index).span));
  const previous =
    findFirstIndex(spots.length, (index) => at(spots, index).span.start >= readingSpan.start) - 1;
  const found = direction === 'forward' ? (spots[next] ?? spots[0]) : (spots[previous] ?? spots.at(-1));
  if (found) {
    goToPlace(session, found.span);
    const wrapped = describeWrap(readingSpan, found.span, direction, 'No other spotted words are left.');
    if (wrapped !== '') showNotice(wrapped);
  } else showNotice(getReading()?.isComplete ? 'No spotted words are left.' : stillSearching);
}

export const stillSearching = 'The sentences of this article are still being found. Try again in a moment.';

/** The span with the whole of the sentences that it touches. */
function expandToSentences(sentences: readonly Span[], span: Readonly<Span>): Readonly<Span> {
  const { first, end } = findTouchedSentences(sentences, span);
  const [start, last] = [sentences[first], sentences[end - 1]];
  return first < end && start && last
    ? { start: Math.min(start.start, span.start), end: Math.max(last.end, span.end) }
    : span;
}

/**
 * Says that the search went round an end of the article, or came back to what the reviewer has selected, with `around`, because nothing
 * else is left. Further words of the same sentence are neither, of which '' says nothing.
 */
function describeWrap(
  readingSpan: Readonly<Span>,
  place: Span,
  direction: ReadingDirection,
  isOnlyOne: string,
  around = readingSpan,
): string {
  const isFurther = direction === 'forward' ? place.start >= readingSpan.end : place.end <= readingSpan.start;
  if (readingSpan.start < readingSpan.end && overlaps(around, place)) return isFurther ? '' : isOnlyOne;
  if (direction === 'forward' && place.end <= readingSpan.start)
    return 'Went back to the start of the article.';
  return direction === 'backward' && place.start >= readingSpan.end && readingSpan.start < readingSpan.end
    ? 'Went on from the end of the article.'
    : '';
}

/** Where the reviewer is; at first, and after scrolling away, where the text in view begins. */
function getStartSpan(): Readonly<Span> {
  const start = getVisibleSpan()?.start ?? 0;
  return getReadingSpan() ?? { start, end: start };
}

function goToPlace({ draft }: Session, place: Span): void {
  // From a button or a list, the next key is meant for the words that are shown.
  if (!document.activeElement?.closest('[data-scroller]')) focusMainArea();
  revealSpan(place);
  selectText(place);
  const [reading, coverage] = [getReading(), getCoverage()];
  if (!reading || !coverage) return;
  const { first } = findTouchedSentences(reading.sentences, place);
  const sentence = reading.sentences[first];
  if (!sentence) return;
  const read = (span: Span) => draft.text.slice(span.start, span.end);
  const spots = findSpotsIn(coverage, sentence).map((spot) => ({ ...spot, words: read(spot.span) }));
  const state = coverage.states[first] ?? 'notLookedAt';
  useReviewView.setState({ announcement: `${read(sentence)} ${describeState(state, spots)}` });
}
