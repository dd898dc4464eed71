import { meaninglessPunctuation, typographicApostrophe, typographicDash } from './change-patterns';
import { type ChangeToken, isDash, isQuote } from './change-tokens';
import {
  createMaterialChange,
  createStyleChange,
  type MaterialKind,
  type StyleKind,
  type WordChange,
} from './word-change';
import { getWordKind, isCapitalized, isDateWord } from './word-kinds';

/** Consecutive tokens, and the string that they are in. */
export interface Phrase {
  readonly text: string;
  readonly tokens: readonly ChangeToken[];
}

/** A change of several kinds is named after the first of these. */
const kindsByImportance: readonly MaterialKind[] = [
  ...(['negation', 'number', 'date', 'unit', 'name', 'hedge', 'words'] as const),
  ...(['quotation', 'question', 'sign'] as const),
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
export function classifyReplacement(before: Phrase, after: Phrase): WordChange[] {
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
export function classifyTokenPair(before: ChangeToken, after: ChangeToken): WordChange[] {
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
