import { wordClass as is } from './lexicon/word-class.ts';
import { isOf, isWord, type Token } from './tokens.ts';

const maxNameLength = 8;

/** Whether a token may be a part of a name: a capitalized word that is not of a kind that is capitalized anyway. */
function isNamePart(token: Token | undefined): boolean {
  if (token?.type !== 'word' || !token.isCapital) return false;
  return (
    !isOf(
      token,
      is.functionWord |
        is.month |
        is.weekday |
        is.pronoun |
        is.number |
        is.currency |
        is.magnitude |
        is.percent,
    ) || isOf(token, is.unsureMonth)
  );
}

/** Whether a token is the point after "Mr", "Dr" or an initial within a name. */
function isPointInName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    isWord(tokens[at], '.') &&
    (isOf(before, is.title) || (before?.isCapital === true && before.lower.length === 1))
  );
}

/**
 * Finds the end of a name that starts at an index: capitalized words, with "of", "von" and the like between them. Returns the index
 * after it, or `start` where there is no name.
 */
export function readNameEnd(tokens: readonly Token[], start: number): number {
  let end = start;
  for (let at = start; at < start + maxNameLength; at += 1) {
    const token = tokens[at];
    if (isNamePart(token)) {
      end = at + 1;
      if (token?.isPossessive) return end;
    } else if (at === start || !(isPointInName(tokens, at) || isLink(tokens, at))) return end;
  }
  return end;
}

/** Whether a word links the parts of a personal name, such as "von". "Of" and "and" link two names just as often, so they do not count. */
function isLink(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    isOf(token, is.nameLink) &&
    !isWord(token, 'of', 'and', 'the', 'der', 'die', 'den') &&
    isNamePart(tokens[at + 1])
  );
}

/** Finds the start of a name that ends before an index, or returns `end` where there is none. */
export function readNameStart(tokens: readonly Token[], end: number): number {
  let start = end;
  for (let at = end - 1; at >= 0 && at >= end - maxNameLength; at -= 1) {
    const token = tokens[at];
    if (isNamePart(token)) {
      if (token?.isPossessive) return start;
      start = at;
    } else if (at === end - 1 || !(isPointInName(tokens, at) || isLink(tokens, at))) return start;
  }
  return start;
}
