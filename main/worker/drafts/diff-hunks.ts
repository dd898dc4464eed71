import { blockSeparator } from '#shared/domain/base/draft.ts';
import type { Comparison, Hunk } from '#shared/drafts/hunk.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { intAt } from '#shared/text/sequences/at.ts';
import type { Span } from '#shared/text/span.ts';
import { getTokenSpan, type TokenRange, type Tokens } from '#shared/text-changes/tokens/tokens.ts';
import { type Alignment, alignDrafts } from '../alignment/align-drafts.ts';
import type { ScoredBlock } from '../alignment/score-blocks.ts';
import type { MatchBlock } from '../alignment/token-matching.ts';

/** Whether a token is the last one of its block, and another block follows. */
function isLastInBlock({ text, starts, ends, count }: Tokens, token: number): boolean {
  return (
    token + 1 < count && text.slice(intAt(ends, token), intAt(starts, token + 1)).includes(blockSeparator)
  );
}

/** The punctuation between a token and the next one, without the spaces around it; null where there is none. */
function findPunctuationAfter({ text, starts, ends }: Tokens, token: number): Span | null {
  const [from, to] = [intAt(ends, token), intAt(starts, token + 1)];
  const between = text.slice(from, to);
  const start = from + between.length - between.trimStart().length;
  const end = from + between.trimEnd().length;
  return start < end ? { start, end } : null;
}

/** The hunks of a block that stayed, split where a token is written in another way or the punctuation between two is another. */
function createMatchedHunks({ tokens: { before, after } }: Alignment, block: MatchBlock): Hunk[] {
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

/** The spans of a range of tokens, one for each block of the draft. */
function splitAtBlocks(tokens: Tokens, range: TokenRange): Span[] {
  const spans: Span[] = [];
  let { start } = range;
  for (let token = range.start; token < range.end; token += 1)
    if (token + 1 === range.end || isLastInBlock(tokens, token)) {
      spans.push(getTokenSpan(tokens, { start, end: token + 1 }));
      start = token + 1;
    }
  return spans;
}

/**
 * Reads the tokens of one draft that did not stay in order. Each call returns the hunks up to a token, and skips a number of
 * tokens behind it. Tokens of moved blocks are distinguished from those that are in this draft only.
 */
function createUnmatchedHunkReader(
  tokens: Tokens,
  movedBlocks: readonly ScoredBlock[],
  side: 'before' | 'after',
): (end: number, skip?: number) => Hunk[] {
  const moved = movedBlocks.toSorted((a, b) => a[side] - b[side]);
  const createHunks = (kind: Hunk['kind'], range: TokenRange) =>
    splitAtBlocks(tokens, range).map(
      (span): Hunk =>
        side === 'before' ? { kind, before: span, after: null } : { kind, before: null, after: span },
    );
  const createUnmatched = (start: number, end: number) =>
    createHunks(side === 'before' ? 'removed' : 'added', { start, end });
  const createMoved = (start: number, end: number) =>
    createHunks(side === 'before' ? 'movedAway' : 'movedHere', { start, end });
  let token = 0;
  let next = 0;
  return (end, skip = 0) => {
    const hunks: Hunk[] = [];
    for (let block = moved[next]; block && block[side] < end; block = moved[next]) {
      hunks.push(...createUnmatched(token, block[side]));
      token = block[side] + block.length;
      hunks.push(...createMoved(block[side], token));
      next += 1;
    }
    hunks.push(...createUnmatched(token, end));
    token = end + skip;
    return hunks;
  };
}

/** The hunks of two aligned drafts, in reading order. */
export function diffHunks(alignment: Alignment): Comparison {
  if (alignment.isSame)
    return alignment.after.blocks.map(({ start, end }) => {
      const span = { start, end };
      return { kind: 'same', before: span, after: span };
    });
  const { before, after } = alignment.tokens;
  const moved = alignment.blocks.filter(({ isMoved }) => isMoved);
  const readRemoved = createUnmatchedHunkReader(before, moved, 'before');
  const readAdded = createUnmatchedHunkReader(after, moved, 'after');
  const hunks: Comparison = [];
  // Not spread into one call of push: a long draft has more hunks than a call can have arguments.
  const append = (more: Iterable<Hunk>) => {
    for (const hunk of more) hunks.push(hunk);
  };
  for (const block of alignment.blocks) {
    if (block.isMoved) continue;
    append(readRemoved(block.before, block.length));
    append(readAdded(block.after, block.length));
    append(createMatchedHunks(alignment, block));
  }
  append(readRemoved(before.count));
  append(readAdded(after.count));
  return hunks;
}

/** Compares two drafts. Takes time nearly in proportion to their length. */
export function compareDrafts(before: DraftText, after: DraftText): Comparison {
  return diffHunks(alignDrafts(before, after));
}
