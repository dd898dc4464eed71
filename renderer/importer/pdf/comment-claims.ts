import type { Annotation } from '../../../shared/import/annotations/annotation';
import { createLocatedClaims } from '../../../shared/import/comments/comment-claims';
import type { DraftProposal, ProposedClaim } from '../../../shared/import/proposal';
import { cleanSelection } from '../../../shared/text/clean-selection';
import { findWords } from '../../../shared/text/segmenter/words';
import type { Span } from '../../../shared/text/span';
import type { PdfBlock } from './blocks/imported-blocks';

/** How much text between two marked parts is taken to be marked with them, in UTF-16 code units. */
const maxGap = 300;

/**
 * Creates a claim for each comment on the words that it is about: from the first part that it marks to the last one near it.
 * `draft` is made of the `blocks` that have text. Comments that are about no words are returned as they are.
 */
export function createCommentClaims(
  draft: Pick<DraftProposal, 'text' | 'blocks'>,
  blocks: readonly PdfBlock[],
  comments: readonly Annotation[],
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const spans = new Map<number, Span>();
  const filled = blocks.filter(({ text }) => text !== '');
  for (const [index, { commented }] of filled.entries())
    for (const { comment, start, end } of commented) {
      const offset = draft.blocks[index]?.start ?? 0;
      const span = spans.get(comment);
      if (span === undefined) spans.set(comment, { start: offset + start, end: offset + end });
      else if (offset + start - span.end <= maxGap) span.end = Math.max(span.end, offset + end);
    }
  const located = comments.map((annotation, index) => {
    const span = spans.get(index);
    const words = span && cleanSelection(draft.text, span.start, span.end);
    return { annotation, span: words ? widenToWords(draft.text, words) : null };
  });
  return createLocatedClaims(located);
}

/** Widens a span to whole words: the end of a line may have split the one at its edge. */
function widenToWords(text: string, span: Span): Span {
  const near = { start: Math.max(0, span.start - maxGap), end: Math.min(text.length, span.end + maxGap) };
  const words = findWords(text, near);
  const first = words.find(({ end }) => end > span.start);
  const last = words.findLast(({ start }) => start < span.end);
  return { start: Math.min(span.start, first?.start ?? span.start), end: Math.max(span.end, last?.end ?? 0) };
}
