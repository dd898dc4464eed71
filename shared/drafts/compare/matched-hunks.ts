import type { Alignment } from '../../alignment/alignment';
import type { MatchBlock } from '../../alignment/blocks/match-blocks';
import { getTokenSpan, type Tokens } from '../../alignment/tokens/tokens';
import { intAt } from '../../text/sequences/at';
import type { Span } from '../../text/span';
import { isLastInBlock } from './block-ends';
import type { Hunk } from './hunk';

/** The punctuation between a token and the next one, without the spaces around it; null where there is none. */
function findPunctuationAfter({ text, starts, ends }: Tokens, token: number): Span | null {
  const [from, to] = [intAt(ends, token), intAt(starts, token + 1)];
  const between = text.slice(from, to);
  const start = from + between.length - between.trimStart().length;
  const end = from + between.trimEnd().length;
  return start < end ? { start, end } : null;
}

/** The hunks of a block that stayed, split where a token is written in another way or the punctuation between two is another. */
export function createMatchedHunks({ tokens: { before, after } }: Alignment, block: MatchBlock): Hunk[] {
  const hunks: Hunk[] = [];
  let sameFrom = 0;
  const getSpans = (start: number, end: number) => ({
    before: getTokenSpan(before, { start: block.before + start, end: block.before + end }),
    after: getTokenSpan(after, { start: block.after + start, end: block.after + end }),
  });
  const getText = ({ text }: Tokens, span: Span | null) => (span ? text.slice(span.start, span.end) : '');
  const isSameText = (old: Span | null, now: Span | null) => getText(before, old) === getText(after, now);
  const closeSame = (end: number) => {
    if (end > sameFrom) hunks.push({ kind: 'same', ...getSpans(sameFrom, end) });
    sameFrom = end;
  };
  const addChange = (old: Span | null, now: Span | null) => {
    if (old && now) hunks.push({ kind: 'restyled', before: old, after: now });
    else if (old) hunks.push({ kind: 'removed', before: old, after: null });
    else if (now) hunks.push({ kind: 'added', before: null, after: now });
  };
  for (let step = 0; step < block.length; step += 1) {
    const token = getSpans(step, step + 1);
    if (!isSameText(token.before, token.after)) {
      closeSame(step);
      addChange(token.before, token.after);
      sameFrom = step + 1;
    }
    if (step + 1 === block.length) continue;
    const [last, lastAfter] = [block.before + step, block.after + step];
    const old = findPunctuationAfter(before, last);
    const now = findPunctuationAfter(after, lastAfter);
    const isSame = isSameText(old, now);
    if (!isSame || isLastInBlock(before, last) || isLastInBlock(after, lastAfter)) closeSame(step + 1);
    if (!isSame) addChange(old, now);
  }
  closeSame(block.length);
  return hunks;
}
