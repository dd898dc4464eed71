import { findBlockAround } from '../../alignment/tokens/scan-sentence';
import type { DraftText } from '../../text/draft-text';
import { isCertainSentenceStart } from '../../text/segmenter/rules/certain-start';
import type { Span } from '../../text/span';

type TextWithBlocks = Pick<DraftText, 'text' | 'blocks'>;

/**
 * Whether two spans are in the same sentence in two drafts, by a quick check: the texts are the same up to a certain
 * sentence boundary on both sides. Where this is false, the sentences may still be the same.
 */
export function isCertainlySameSentence(
  before: TextWithBlocks,
  spanBefore: Span,
  after: TextWithBlocks,
  spanAfter: Span,
): boolean {
  const blockBefore = findBlockAround(before.blocks, spanBefore);
  const blockAfter = findBlockAround(after.blocks, spanAfter);
  if (!blockBefore || !blockAfter) return false;
  const isSameTowards = (edge: 'start' | 'end') => {
    const step = edge === 'end' ? 1 : -1;
    // The character next to an offset is behind it, or in front of it.
    const next = edge === 'end' ? 0 : -1;
    const [lastBefore, lastAfter] = [blockBefore[edge], blockAfter[edge]];
    for (let a = spanBefore[edge], b = spanAfter[edge]; ; a += step, b += step) {
      const isBoundaryBefore = a === lastBefore || isCertainSentenceStart(before.text, a);
      const isBoundaryAfter = b === lastAfter || isCertainSentenceStart(after.text, b);
      if (isBoundaryBefore && isBoundaryAfter) return true;
      if (isBoundaryBefore || isBoundaryAfter) return false;
      if (before.text.charCodeAt(a + next) !== after.text.charCodeAt(b + next)) return false;
    }
  };
  return isSameTowards('start') && isSameTowards('end');
}
