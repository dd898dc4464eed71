import { createAnnotatedClaim } from '../../../../shared/import/annotated-claim';
import type { Annotation } from '../../../../shared/import/annotation';
import type { ProposedClaim } from '../../../../shared/import/proposal';
import { cleanSelection } from '../../../../shared/text/clean-selection';
import { findWords } from '../../../../shared/text/segmenter/words';
import { compareSpans, type Span } from '../../../../shared/text/span';
import type { Anchor } from '../reading-state';
import { toAnnotation, type WordComment } from './comments';

type AnchorOffsets = Partial<Record<Anchor['edge'], number>>;

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

/** The text that a comment is about. */
function findCommentSpan(text: string, { start, end, point }: AnchorOffsets): Span | null {
  const from = start ?? end ?? point;
  const to = end ?? point ?? start;
  if (from === undefined || to === undefined) return null;
  return (from < to ? cleanSelection(text, from, to) : null) ?? findWordAt(text, to);
}

/**
 * Creates a claim for each comment, on the text that it is about. `anchorOffsets` has the offset of each anchor in the text. A
 * comment without an anchor in the text makes no claim, and in a text without words gets no claims.
 */
export function createCommentClaims(
  text: string,
  comments: ReadonlyMap<string, WordComment>,
  anchors: readonly Anchor[],
  anchorOffsets: ReadonlyMap<number, number>,
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const offsetsByComment = new Map<string, AnchorOffsets>();
  for (const [index, { comment, edge }] of anchors.entries()) {
    const known = offsetsByComment.get(comment) ?? {};
    const offset = anchorOffsets.get(index);
    // The first anchor of each edge counts: moved text is in the document twice.
    if (offset !== undefined) offsetsByComment.set(comment, { [edge]: offset, ...known });
  }
  const claims: ProposedClaim[] = [];
  const annotationsWithoutWords: Annotation[] = [];
  for (const comment of comments.values()) {
    const span = findCommentSpan(text, offsetsByComment.get(comment.id) ?? {});
    const annotation = toAnnotation(comment);
    if (span) claims.push(createAnnotatedClaim(span, annotation));
    else annotationsWithoutWords.push(annotation);
  }
  claims.sort((a, b) => compareSpans(a.span, b.span));
  return { claims, annotationsWithoutWords };
}
