import { cleanSelection } from '../../text/clean-selection';
import { findWords } from '../../text/segmenter/words';
import { compareSpans, type Span } from '../../text/span';
import { createAnnotatedClaim } from '../annotations/annotated-claim';
import type { Annotation } from '../annotations/annotation';
import type { ProposedClaim } from '../proposal';
import { type CommentThread, toAnnotation } from './comment-thread';

/** Where a comment is, in UTF-16 offsets of the draft's text. A point is where it was inserted. */
export type CommentPlace = Partial<Record<'start' | 'end' | 'point', number>>;

/** How far a word is searched for, in UTF-16 code units. */
const maxWordDistance = 1_000;

/** The word at or before an offset, else the one after it; null when there is none nearby. */
function findWordAt(text: string, offset: number): Span | null {
  const near = {
    start: Math.max(0, offset - maxWordDistance),
    end: Math.min(text.length, offset + maxWordDistance),
  };
  const words = findWords(text, near);
  return words.findLast(({ start }) => start < offset) ?? words[0] ?? null;
}

/** The words that a comment is about; null for one at a point, or about words that are not in the text. */
function findCommentedWords(text: string, { start, end, point }: CommentPlace): Span | null {
  const from = start ?? end ?? point;
  const to = end ?? point ?? start;
  return from !== undefined && to !== undefined && from < to ? cleanSelection(text, from, to) : null;
}

/**
 * Creates a claim for each comment, on the words that it is about, or on the nearest word; then `describeWords` may say which
 * words are not in the text. A comment without a place in the text makes no claim, and in a text without words none does.
 */
export function createCommentClaims(
  threads: readonly CommentThread[],
  text: string,
  places: ReadonlyMap<string, CommentPlace>,
  describeWords: (commentId: string) => string | null = () => null,
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const located = threads.map((thread) => {
    const { id } = thread.first;
    const place = places.get(id) ?? {};
    const words = findCommentedWords(text, place);
    const offset = place.end ?? place.point ?? place.start;
    const span = words ?? (offset === undefined ? null : findWordAt(text, offset));
    const annotation = toAnnotation(thread);
    const remark = words ? null : describeWords(id);
    return { annotation: remark === null ? annotation : { ...annotation, remark }, span };
  });
  return createLocatedClaims(located);
}

/** Creates a claim for each annotation that has words, in the order of the text. The others are returned as they are. */
export function createLocatedClaims(located: readonly { annotation: Annotation; span: Span | null }[]): {
  claims: ProposedClaim[];
  annotationsWithoutWords: Annotation[];
} {
  const claims = located.flatMap(({ annotation, span }) =>
    span ? [createAnnotatedClaim(span, annotation)] : [],
  );
  return {
    claims: claims.sort((a, b) => compareSpans(a.span, b.span)),
    annotationsWithoutWords: located.flatMap(({ annotation, span }) => (span ? [] : [annotation])),
  };
}
