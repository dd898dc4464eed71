import type { SentenceState } from '../domain/review/progress.ts';
import { at } from '../text/sequences/at.ts';
import { findFirstIndex } from '../text/sequences/find-first-index.ts';
import { overlaps, type Span } from '../text/span.ts';

export type ReadingDirection = 'forward' | 'backward';

/** All that finding the next place to read needs; spans are UTF-16 offsets into one text, in order. */
interface ReadingMap {
  sentences: readonly Span[];
  /** The state of each sentence. */
  states: readonly SentenceState[];
  outstandingSpots: readonly { span: Span }[];
}

/** The sentences, as a range of indexes, that a span touches. An empty span touches the sentence around it. */
export function findTouchedSentences(
  sentences: readonly Span[],
  { start, end }: Readonly<Span>,
): { first: number; end: number } {
  const isBehindStart = (index: number) => at(sentences, index).end > start;
  const first = findFirstIndex(sentences.length, isBehindStart);
  const isBehindEnd = (index: number) => at(sentences, index).start >= Math.max(end, start + 1);
  return { first, end: findFirstIndex(sentences.length, isBehindEnd) };
}

/** The outstanding spotted spans that touch a sentence. */
export function findSpotsIn<Spot extends { span: Span }>(
  { outstandingSpots }: { outstandingSpots: readonly Spot[] },
  sentence: Span,
): Spot[] {
  return outstandingSpots.filter(({ span }) => overlaps(span, sentence));
}

/** The first outstanding spotted span of a sentence, or else the sentence. */
export function getUnreadPlace(map: Pick<ReadingMap, 'outstandingSpots'>, sentence: Span): Span {
  return findSpotsIn(map, sentence)[0]?.span ?? sentence;
}

/**
 * The place that comes after the reader's in one direction: the next outstanding spotted span of the sentence that the reader
 * is in, if a claim stands in it; or else the next sentence that was not looked at, from which the search goes round the ends
 * of the text; or, once there is none, the next one that was partly looked at. An empty span is where the reader has not been
 * yet, so its own sentence may be the next. Null when every sentence is looked at or set aside.
 */
export function findUnreadPlace(
  map: ReadingMap,
  reader: Readonly<Span>,
  direction: ReadingDirection,
): Span | null {
  const { sentences, states } = map;
  const isForward = direction === 'forward';
  const touched = findTouchedSentences(sentences, reader);
  const wasThere = reader.start < reader.end && touched.first < touched.end;
  const current = isForward ? touched.end - 1 : touched.first;
  const spot = wasThere ? findSpotOfPartly(map, current, reader, isForward) : undefined;
  if (spot) return spot;
  const count = sentences.length;
  const step = isForward ? 1 : -1;
  const origin = wasThere ? current + step : isForward ? touched.first : touched.end - 1;
  let partly: Span | null = null;
  for (let distance = 0; distance < count; distance += 1) {
    const index = (((origin + step * distance) % count) + count) % count;
    if (states[index] === 'notLookedAt') return getUnreadPlace(map, at(sentences, index));
    if (states[index] === 'partly') partly ??= at(sentences, index);
  }
  return partly && getUnreadPlace(map, partly);
}

function findSpotOfPartly(
  map: ReadingMap,
  index: number,
  reader: Readonly<Span>,
  isForward: boolean,
): Span | undefined {
  const { sentences, states } = map;
  const sentence = at(sentences, index);
  if (states[index] !== 'partly') return undefined;
  const spots = findSpotsIn(map, sentence).map(({ span }) => span);
  return isForward
    ? spots.find(({ start }) => start >= reader.end)
    : spots.findLast(({ end }) => end <= reader.start);
}
