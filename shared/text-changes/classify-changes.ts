import {
  type IndexPair,
  longestCommonSubsequence,
  maxTableCells,
} from '../text/sequences/longest-common-subsequence';
import { findChangeTokens } from './change-tokens';
import { classifyReplacement, classifyTokenPair, type Phrase } from './classify-tokens';
import { findCommonAffixes } from './common-affixes';
import { createStyleChange, type WordChange } from './word-change';

/** Whether each of two strings starts a sentence. */
export interface SentenceStarts {
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * The changes between two strings, in order, each with its text and its kind; empty where nothing changed. Canonically
 * equivalent strings (Unicode, UAX #15) count as the same: they look alike and turn into each other on the way through a
 * clipboard or a file system, so no reader could see a change. The stages:
 *
 * 1. `common-affixes`: leave out what is the same at both ends.
 * 2. `change-tokens` (with the expressions of `change-patterns`): split both strings into words, numbers and symbols.
 * 3. Pair the tokens that are the same except for style and case, by a longest common subsequence.
 * 4. `classify-tokens` (with the word lists of `word-kinds`): classify the text between pairs, and the style within them.
 */
export function classifyChanges(before: string, after: string, starts: SentenceStarts): WordChange[] {
  if (before === after) return [];
  const a = before.normalize('NFC');
  const b = after.normalize('NFC');
  if (a === b) return [];
  const { prefix, suffix } = findCommonAffixes(a, b);
  const left = createPhrase(a.slice(prefix, a.length - suffix), prefix === 0 && starts.before);
  const right = createPhrase(b.slice(prefix, b.length - suffix), prefix === 0 && starts.after);
  return classifyPhrases(left, right, pairTokens(left, right));
}

/** Whether any of the changes may change what is said. */
export function hasMaterialChange(changes: readonly WordChange[]): boolean {
  return changes.some(({ material }) => material);
}

function createPhrase(text: string, startsSentence: boolean): Phrase {
  return { text, tokens: findChangeTokens(text, startsSentence) };
}

/** Pairs tokens that are the same except for style and case, in order. */
function pairTokens(left: Phrase, right: Phrase): IndexPair[] {
  const isEqual = (a: number, b: number) => left.tokens[a]?.lowerKey === right.tokens[b]?.lowerKey;
  const [leftCount, rightCount] = [left.tokens.length, right.tokens.length];
  const shorter = Math.min(leftCount, rightCount);
  let start = 0;
  while (start < shorter && isEqual(start, start)) start += 1;
  let end = 0;
  while (end < shorter - start && isEqual(leftCount - 1 - end, rightCount - 1 - end)) end += 1;
  const a = leftCount - start - end;
  const b = rightCount - start - end;
  const pairs: IndexPair[] = [];
  for (let index = 0; index < start; index += 1) pairs.push([index, index]);
  // A part that is too long to compare is one change as a whole.
  if (a > 0 && b > 0 && a * b <= maxTableCells)
    for (const [i, j] of longestCommonSubsequence(a, b, (i, j) => isEqual(start + i, start + j)))
      pairs.push([start + i, start + j]);
  for (let index = 0; index < end; index += 1) pairs.push([start + a + index, start + b + index]);
  return pairs;
}

/** The changes between the pairs, within them, and of the spaces around them. */
function classifyPhrases(left: Phrase, right: Phrase, pairs: readonly IndexPair[]): WordChange[] {
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  for (const [a, b] of [...pairs, [left.tokens.length, right.tokens.length] as const]) {
    if (i === a && j === b)
      changes.push(...classifySpaces(getSpacesBefore(left, a), getSpacesBefore(right, b)));
    else
      changes.push(
        ...classifyReplacement(
          { text: left.text, tokens: left.tokens.slice(i, a) },
          { text: right.text, tokens: right.tokens.slice(j, b) },
        ),
      );
    const one = left.tokens[a];
    const other = right.tokens[b];
    if (one && other) changes.push(...classifyTokenPair(one, other));
    i = a + 1;
    j = b + 1;
  }
  return changes;
}

/** The spaces and invisible characters before a token, or before the end of the string. */
function getSpacesBefore({ text, tokens }: Phrase, index: number): string {
  return text.slice(tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? text.length);
}

function classifySpaces(before: string, after: string): WordChange[] {
  return before === after ? [] : [createStyleChange(before, after, 'spacing')];
}
