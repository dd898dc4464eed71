import { intAt } from '#shared/text/sequences/at.ts';
import type { Span } from '#shared/text/span.ts';
import { getTokenSpan, type TokenRange, type Tokens } from '#shared/text-changes/tokens/tokens.ts';

/** A span of the draft before with the tokens it touches, and the tokens of the draft after that replace these. */
interface SnapJob {
  readonly before: Tokens;
  readonly after: Tokens;
  readonly span: Span;
  readonly oldTokens: TokenRange;
  readonly newTokens: TokenRange;
}

/**
 * Maps a span of the draft before to the tokens of the draft after that replace its own, in UTF-16 offsets. It starts and
 * ends as the old span does: with the same punctuation, or with as much of the punctuation that is there now, or within the
 * same word.
 */
export function snapSpan(
  { before, after }: { readonly before: Tokens; readonly after: Tokens },
  span: Span,
  oldTokens: TokenRange,
  newTokens: TokenRange,
): Span {
  const job = { before, after, span, oldTokens, newTokens };
  const start = snapStart(job);
  const end = snapEnd(job);
  // A span that starts and ends within words may come to nothing where only one of them is left; then it is all of that.
  return start < end ? { start, end } : getTokenSpan(after, newTokens);
}

function snapStart({ before, after, span, oldTokens, newTokens }: SnapJob): number {
  const oldStart = intAt(before.starts, oldTokens.start);
  const newStart = intAt(after.starts, newTokens.start);
  if (span.start >= oldStart) {
    const isSame = getTokenText(before, oldTokens.start) === getTokenText(after, newTokens.start);
    return isSame ? newStart + span.start - oldStart : newStart;
  }
  const punctuation = before.text.slice(span.start, oldStart);
  const previousEnd = newTokens.start === 0 ? 0 : intAt(after.ends, newTokens.start - 1);
  const start = newStart - punctuation.length;
  if (start >= previousEnd && after.text.startsWith(punctuation, start)) return start;
  const available = after.text.slice(previousEnd, newStart);
  return newStart - measurePunctuation(reverse(punctuation), reverse(available));
}

function snapEnd({ before, after, span, oldTokens, newTokens }: SnapJob): number {
  const oldEnd = intAt(before.ends, oldTokens.end - 1);
  const newEnd = intAt(after.ends, newTokens.end - 1);
  if (span.end <= oldEnd) {
    const isSame = getTokenText(before, oldTokens.end - 1) === getTokenText(after, newTokens.end - 1);
    return isSame ? newEnd + span.end - oldEnd : newEnd;
  }
  const punctuation = before.text.slice(oldEnd, span.end);
  const nextStart = newTokens.end === after.count ? after.text.length : intAt(after.starts, newTokens.end);
  if (newEnd + punctuation.length <= nextStart && after.text.startsWith(punctuation, newEnd))
    return newEnd + punctuation.length;
  return newEnd + measurePunctuation(punctuation, after.text.slice(newEnd, nextStart));
}

/**
 * How much of the text behind a token to include where the punctuation there has changed, in UTF-16 code units: as many groups of
 * characters between spaces as the old span held.
 */
function measurePunctuation(old: string, available: string): number {
  const groups = old.trim().split(/\s+/).length;
  const leadingSpace = /^\s/.test(old) ? '\\s*' : '';
  const pattern = new RegExp(`^${leadingSpace}\\S+(?:\\s+\\S+){0,${groups - 1}}`);
  return pattern.exec(available)?.[0].length ?? 0;
}

function getTokenText(tokens: Tokens, index: number): string {
  return tokens.text.slice(intAt(tokens.starts, index), intAt(tokens.ends, index));
}

function reverse(text: string): string {
  return Array.from(text).reverse().join('');
}
