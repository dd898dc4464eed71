import {
  type IndexPair,
  longestCommonSubsequence,
  maxTableCells,
} from '../text/sequences/longest-common-subsequence.ts';
import {
  type ChangeToken,
  findChangeTokens,
  isDash,
  isQuote,
  meaninglessPunctuation,
  typographicApostrophe,
  typographicDash,
} from './change-tokens.ts';
import {
  createMaterialChange,
  createStyleChange,
  type MaterialKind,
  type StyleKind,
  type WordChange,
} from './word-change.ts';
import { getWordKind, isCapitalized, isDateWord } from './word-kinds.ts';

/** Consecutive tokens, and the string that they are in. */
interface Phrase {
  readonly text: string;
  readonly tokens: readonly ChangeToken[];
}

/** A change of several kinds is named after the first of these. */
const kindsByImportance: readonly MaterialKind[] = [
  'negation',
  'number',
  'date',
  'unit',
  'name',
  'hedge',
  'words',
  'quotation',
  'question',
  'sign',
];

/** The text of a phrase, from its first token to its last. */
function getText({ text, tokens }: Phrase): string {
  const [first] = tokens;
  return first ? text.slice(first.start, tokens.at(-1)?.end) : '';
}

function isMeaningless({ type, text, isInsideWord }: ChangeToken): boolean {
  return type === 'symbol' && meaninglessPunctuation.test(text) && !isInsideWord;
}

const currency = /^\p{Sc}$/u;

/** Whether a symbol is one of measure or money. ASCII is looked up first, for which no expression has to be compiled. */
function isUnit(symbol: string): boolean {
  return '%‰°′″\'"$'.includes(symbol) || (symbol > '~' && currency.test(symbol));
}

function getKind(token: ChangeToken): MaterialKind {
  if (token.type === 'number') return 'number';
  if (token.type === 'word') return getWordKind(token.text, !token.startsSentence);
  if (isQuote(token)) return 'quotation';
  if (/^[?？؟;]$/.test(token.text)) return 'question';
  return isUnit(token.key) ? 'unit' : 'sign';
}

/** Classifies that one phrase replaced another with which it has nothing in common. Either may be empty. */
function classifyReplacement(before: Phrase, after: Phrase): WordChange[] {
  const all = [...before.tokens, ...after.tokens];
  if (all.length === 0) return [];
  if (all.every(isMeaningless)) return [createStyleChange(getText(before), getText(after), 'punctuation')];
  if (!isWordByWord(before, after)) return [createReplacement(before, after)];
  return before.tokens.map((token, index) =>
    createReplacement(
      { text: before.text, tokens: [token] },
      { text: after.text, tokens: after.tokens.slice(index, index + 1) },
    ),
  );
}

/** Whether several words were replaced by as many: then each replaced one. */
function isWordByWord(before: Phrase, after: Phrase): boolean {
  const isWord = ({ type }: ChangeToken) => type !== 'symbol';
  return (
    before.tokens.length === after.tokens.length &&
    before.tokens.every(isWord) &&
    after.tokens.every(isWord) &&
    /\s/.test(getText(before)) &&
    /\s/.test(getText(after))
  );
}

function createReplacement(before: Phrase, after: Phrase): WordChange {
  const kinds = new Set([...before.tokens, ...after.tokens].map(getKind));
  const reason = kindsByImportance.find((kind) => kinds.has(kind)) ?? 'words';
  return createMaterialChange(getText(before), getText(after), reason);
}

/** Classifies how two tokens with the same lower-case key differ: in letter case, in style, or not at all. */
function classifyTokenPair(before: ChangeToken, after: ChangeToken): WordChange[] {
  if (before.text === after.text) return [];
  if (before.key === after.key) return [createStyleChange(before.text, after.text, getStyle(before, after))];
  if (isSentenceCase(before, after)) return [createStyleChange(before.text, after.text, 'case')];
  const capital = isCapitalized(before.text) ? before : after;
  return [createMaterialChange(before.text, after.text, getKind(capital))];
}

function getStyle(before: ChangeToken, after: ChangeToken): StyleKind {
  const both = before.text + after.text;
  if (isQuote(before)) return 'quotes';
  if (isDash(before)) return 'dashes';
  if (before.type === 'symbol') return 'punctuation';
  if (typographicApostrophe.test(both) && both.includes("'")) return 'quotes';
  return typographicDash.test(both) ? 'dashes' : 'spacing';
}

/**
 * Whether two tokens differ in nothing but a capital letter at the start of a sentence. Months are left out: `may` is another
 * word than `May`.
 */
function isSentenceCase(before: ChangeToken, after: ChangeToken): boolean {
  const [capital, small] = isCapitalized(before.text) ? [before, after] : [after, before];
  return (
    capital.startsSentence &&
    capital.key.slice(1) === small.key.slice(1) &&
    isCapitalized(capital.key) &&
    !isCapitalized(small.key) &&
    !isDateWord(capital.key)
  );
}

/** The lengths of a common start and a common end of two strings, in UTF-16 code units. */
interface CommonAffixes {
  readonly prefix: number;
  readonly suffix: number;
}

/**
 * Whether an offset lies at a single space between two words. There a text can be cut for comparing, because nothing on one side
 * has an effect on how the other is split into tokens.
 */
function isBetweenWords(text: string, offset: number): boolean {
  return /^\p{L} \p{L}/u.test(text.slice(offset - 1, offset + 2));
}

/** The longest common start and end of two strings that can be left out when their words are compared. */
function findCommonAffixes(before: string, after: string): CommonAffixes {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  // The letter behind the space has to be the same as well.
  prefix -= 2;
  while (prefix > 0 && !isBetweenWords(before, prefix)) prefix -= 1;
  prefix = Math.max(0, prefix);
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix += 1;
  suffix -= 1;
  while (suffix > 0 && !isBetweenWords(before, before.length - suffix)) suffix -= 1;
  return { prefix, suffix: Math.max(0, suffix) };
}

/** Whether each of two strings starts a sentence. */
interface SentenceStarts {
  readonly before: boolean;
  readonly after: boolean;
}

/**
 * The changes between two strings, in order, each with its text and its kind; empty where nothing changed. Canonically
 * equivalent strings (Unicode, UAX #15) count as the same: they look alike and turn into each other on the way through a
 * clipboard or a file system, so no reader could see a change. The stages:
 *
 * 1. Leave out what is the same at both ends.
 * 2. `change-tokens`: split both strings into words, numbers and symbols.
 * 3. Pair the tokens that are the same except for style and case, by a longest common subsequence.
 * 4. With the word lists of `word-kinds`, classify the text between pairs, and the style within them.
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
