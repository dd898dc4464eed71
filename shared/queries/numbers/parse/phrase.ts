import type { DraftText } from '../../../text/draft-text';
import type { Span } from '../../../text/span';
import type { Figure, FigureKind } from './figure';
import { findFigures } from './find-figures';
import type { NumberLanguage } from './read-number';
import { findTokens, type Token } from './tokens';

/**
 * A sentence whose figures are replaced by one character each, so that the rules can say in one expression how figures and words
 * follow each other. Each kind has a range of the private use area.
 */
export interface Phrase extends Span {
  /** The words as they are written, with one space between tokens that are apart, and a sign for each figure. */
  encoded: string;
  figures: readonly Figure[];
  tokens: readonly Token[];
  language: NumberLanguage;
}

const kinds: readonly FigureKind[] = [
  'number',
  'money',
  'measure',
  'percent',
  'fraction',
  'points',
  'year',
  'ordinal',
  'range',
];
const firstSign = 0xe000;
/** More than the figures of a sentence that are read. */
const signsOfKind = 0x100;

function getSign(kind: FigureKind, index: number): string {
  return String.fromCharCode(firstSign + kinds.indexOf(kind) * signsOfKind + index);
}

/** The inside of a character class for the signs of some kinds of figures. */
export function getSignClass(...of: readonly FigureKind[]): string {
  return of.map((kind) => `${getSign(kind, 0)}-${getSign(kind, signsOfKind - 1)}`).join('');
}

/** The figure of a sign. */
export function getFigure(phrase: Phrase, sign: string | undefined): Figure | undefined {
  return sign === undefined || sign === ''
    ? undefined
    : phrase.figures[(sign.charCodeAt(0) - firstSign) % signsOfKind];
}

/** A figure and where its sign stands in the encoded words. */
export interface Item {
  figure: Figure;
  at: number;
}

/** The figures of a sentence with their signs, in order. */
export function listItems(phrase: Phrase): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < phrase.encoded.length; at += 1) {
    const sign = phrase.encoded.charAt(at);
    const figure = sign >= '\ue000' && sign <= '\uf8ff' ? getFigure(phrase, sign) : undefined;
    if (figure) items.push({ figure, at });
  }
  return items;
}

/** Longest sentence that the rules read, in UTF-16 code units. Longer ones are lists or code. */
const maxPhraseLength = 1_500;

const mayHoldFigure: Record<NumberLanguage, RegExp> = {
  en: /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|quarter|third|dozen|hundred|doubled?|twice|halved?)\b/i,
  de: /\d|jede|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hälft|hundert|tausend|dutzend|doppel|halb/i,
  other: /\d/,
};

const privateUse = /[\ue000-\uf8ff]/;

/** Reads the figures of a sentence; null where it has none, or is too long to be a sentence. */
export function readPhrase({ text }: DraftText, sentence: Span, language: NumberLanguage): Phrase | null {
  if (sentence.end - sentence.start > maxPhraseLength) return null;
  const written = text.slice(sentence.start, sentence.end);
  if (!mayHoldFigure[language].test(written) || privateUse.test(written)) return null;
  const tokens = findTokens(text, sentence);
  const found = findFigures(tokens, language);
  let encoded = '';
  let index = 0;
  for (const [number, { figure, from, to }] of found.entries()) {
    for (; index < from; index += 1) encoded += getWritten(tokens[index]);
    const [first] = tokens.slice(from, from + 1);
    encoded += `${first?.isGlued ? '' : ' '}${getSign(figure.kind, number)}`;
    index = to;
  }
  for (; index < tokens.length; index += 1) encoded += getWritten(tokens[index]);
  const figures = found.map(({ figure }) => figure);
  return { ...sentence, encoded: encoded.trimStart(), figures, tokens, language };
}

function getWritten(token: Token | undefined): string {
  return token ? `${token.isGlued ? '' : ' '}${token.text}` : '';
}
