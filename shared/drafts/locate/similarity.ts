import type { WordRange } from '../../alignment/tokens/snap-span';
import { at, type Tokens } from '../../alignment/tokens/tokens';
import { commonSequence, largestTable } from '../../text/longest-common-subsequence';

/** Whether a reader takes a word as a part of the one before it: `1,200`, `well-kept` and an address are one word each. */
function goesOn({ text, starts, ends }: Tokens, word: number): boolean {
  const [from, to] = [at(ends, word - 1), at(starts, word)];
  if (from === to || text.charCodeAt(from) === 0x20) return false;
  return !/\s/.test(text.slice(from, to));
}

/** The words of a range as a reader counts them: their ids. */
function readWords(tokens: Tokens, { start, end }: WordRange): number[] {
  const ids: number[] = [];
  for (let word = start; word < end; word += 1) {
    const id = at(tokens.ids, word);
    if (word > start && goesOn(tokens, word)) ids.push(Math.imul(ids.pop() ?? 0, 31) + id);
    else ids.push(id);
  }
  return ids;
}

/** Whether a place in the draft after holds half of the words of the draft before at least, in their order. */
export function holdsHalf(
  { before, after }: { readonly before: Tokens; readonly after: Tokens },
  old: WordRange,
  now: WordRange,
): boolean {
  const words = readWords(before, old);
  const wordsNow = readWords(after, now);
  if (words.length * wordsNow.length > largestTable) return true;
  const same = (a: number, b: number) => words[a] === wordsNow[b];
  return 2 * commonSequence(words.length, wordsNow.length, same).length >= words.length;
}
