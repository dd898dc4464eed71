import type { Alignment } from '../../alignment/align-drafts';
import type { Stretch } from '../../alignment/scored-blocks';
import { at, type Tokens } from '../../alignment/tokens/tokens';
import { endsBlock, spanOf } from '../../alignment/tokens/word-spans';
import type { Span } from '../../text/span';
import type { ComparisonPiece } from './diff-hunks';

/** The signs that stand between two words of a side, without the space around them; null when there are none. */
function signsBehind({ text, starts, ends }: Tokens, word: number): Span | null {
  const [from, to] = [at(ends, word), at(starts, word + 1)];
  const between = text.slice(from, to);
  const start = from + between.length - between.trimStart().length;
  const end = from + between.trimEnd().length;
  return start < end ? { start, end } : null;
}

/** Words that are the same, cut where they are written otherwise or where other signs stand between them. */
export function samePieces(
  { words: { before, after } }: Alignment,
  { before: from, after: to, length }: Stretch,
): ComparisonPiece[] {
  const pieces: ComparisonPiece[] = [];
  let begun = 0;
  const textOf = ({ text }: Tokens, span: Span | null) => (span ? text.slice(span.start, span.end) : '');
  const close = (end: number) => {
    if (end > begun)
      pieces.push({
        kind: 'same',
        before: spanOf(before, from + begun, from + end),
        after: spanOf(after, to + begun, to + end),
      });
    begun = end;
  };
  const replace = (old: Span | null, now: Span | null) => {
    if (old && now) pieces.push({ kind: 'restyled', before: old, after: now });
    else if (old) pieces.push({ kind: 'removed', before: old, after: null });
    else if (now) pieces.push({ kind: 'added', before: null, after: now });
  };
  for (let step = 0; step < length; step += 1) {
    const [old, now] = [
      spanOf(before, from + step, from + step + 1),
      spanOf(after, to + step, to + step + 1),
    ];
    if (textOf(before, old) !== textOf(after, now)) {
      close(step);
      replace(old, now);
      begun = step + 1;
    }
    if (step + 1 === length) continue;
    const [oldSigns, newSigns] = [signsBehind(before, from + step), signsBehind(after, to + step)];
    const isSame = textOf(before, oldSigns) === textOf(after, newSigns);
    if (!isSame || endsBlock(before, from + step) || endsBlock(after, to + step)) close(step + 1);
    if (!isSame) replace(oldSigns, newSigns);
  }
  close(length);
  return pieces;
}
