import { blockAround, surelyBegins } from '../../alignment/tokens/sentence-at';
import type { Span } from '../../text/span';

/** Some words of a text, and its blocks: UTF-16 offsets. */
export interface WordsInText {
  readonly text: string;
  readonly blocks: readonly Span[];
  readonly words: Span;
}

/**
 * Whether words stand in the same sentence in two texts, as far as that can be seen at a glance: letter by letter the same to a
 * sure border on both sides. Where they do not, the sentences may be the same for all that.
 */
export function surelySameSentence(a: WordsInText, b: WordsInText): boolean {
  const blockA = blockAround(a.blocks, a.words);
  const blockB = blockAround(b.blocks, b.words);
  if (!blockA || !blockB) return false;
  for (let before = 0; ; before += 1) {
    const atA = a.words.start - before;
    const atB = b.words.start - before;
    const met = borderMet(a.text, atA, atA === blockA.start, b.text, atB, atB === blockB.start);
    if (met === 'both') break;
    if (met === 'one' || a.text.charCodeAt(atA - 1) !== b.text.charCodeAt(atB - 1)) return false;
  }
  for (let behind = 0; ; behind += 1) {
    const atA = a.words.end + behind;
    const atB = b.words.end + behind;
    const met = borderMet(a.text, atA, atA === blockA.end, b.text, atB, atB === blockB.end);
    if (met === 'both') return true;
    if (met === 'one' || a.text.charCodeAt(atA) !== b.text.charCodeAt(atB)) return false;
  }
}

/** Whether a block ends, or a sentence surely begins, at both places, at one of them, or at none. */
function borderMet(
  textA: string,
  atA: number,
  isEndOfA: boolean,
  textB: string,
  atB: number,
  isEndOfB: boolean,
): 'both' | 'one' | 'none' {
  const a = isEndOfA || surelyBegins(textA, atA);
  const b = isEndOfB || surelyBegins(textB, atB);
  if (a && b) return 'both';
  return a || b ? 'one' : 'none';
}
