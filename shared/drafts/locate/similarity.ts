import type { TokenRange, Tokens } from '../../alignment/tokens/tokens';
import { intAt } from '../../text/sequences/at';
import { longestCommonSubsequence, maxTableCells } from '../../text/sequences/longest-common-subsequence';
import { appendToHash } from '../../text/sequences/rolling-hash';

/** Whether a reader takes a token as part of the word before it: `1,200`, `well-kept` and a web address are one word each. */
function continuesWord({ text, starts, ends }: Tokens, token: number): boolean {
  const [from, to] = [intAt(ends, token - 1), intAt(starts, token)];
  if (from === to || text.charCodeAt(from) === 0x20) return false;
  return !/\s/.test(text.slice(from, to));
}

/** The words of a range as a reader counts them: a hash of the tokens of each. */
function hashWords(tokens: Tokens, { start, end }: TokenRange): number[] {
  const words: number[] = [];
  for (let token = start; token < end; token += 1) {
    const id = intAt(tokens.ids, token);
    if (token > start && continuesWord(tokens, token)) words.push(appendToHash(words.pop() ?? 0, id));
    else words.push(id);
  }
  return words;
}

/** Whether a range of the draft after holds at least half of the words of a range of the draft before, in their order. */
export function sharesHalfOfWords(
  { before, after }: { readonly before: Tokens; readonly after: Tokens },
  oldTokens: TokenRange,
  newTokens: TokenRange,
): boolean {
  const oldWords = hashWords(before, oldTokens);
  const newWords = hashWords(after, newTokens);
  if (oldWords.length * newWords.length > maxTableCells) return true;
  const isEqual = (a: number, b: number) => oldWords[a] === newWords[b];
  return 2 * longestCommonSubsequence(oldWords.length, newWords.length, isEqual).length >= oldWords.length;
}
