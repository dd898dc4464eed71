import type { Figure, FigureKind } from '#shared/reading/figure.ts';
import type { NumberLanguage } from '#shared/reading/read-number.ts';
import type { ReadSentence, ReadText } from '#shared/reading/read-text.ts';
import type { Token } from '#shared/reading/tokens.ts';
import type { Span } from '#shared/text/span.ts';

/**
 * A sentence in which one character, the sign, replaces each figure, so that one regular expression can match figures and words.
 * The signs of each kind have a range in Unicode's private use area.
 */
export interface Phrase extends Span {
  /** The words as written, with one space between separate tokens and a sign for each figure. */
  encoded: string;
  figures: readonly Figure[];
  tokens: readonly Token[];
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
/** The number of signs for each kind. It is larger than the most figures that are read in a sentence. */
const signsOfKind = 0x100;

function getSign(kind: FigureKind, index: number): string {
  return String.fromCharCode(firstSign + kinds.indexOf(kind) * signsOfKind + index);
}

/** The inside of a character class that matches the signs of these kinds. */
export function getSignClass(...of: readonly FigureKind[]): string {
  return of.map((kind) => `${getSign(kind, 0)}-${getSign(kind, signsOfKind - 1)}`).join('');
}

/** The figure that a sign stands for. */
export function getFigure(phrase: Phrase, sign: string | undefined): Figure | undefined {
  return sign === undefined || sign === ''
    ? undefined
    : phrase.figures[(sign.charCodeAt(0) - firstSign) % signsOfKind];
}

/** A figure and the offset of its sign in the encoded words. */
export interface Item {
  figure: Figure;
  at: number;
}

/** Lists the figures of a sentence with the places of their signs, in order. */
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

/** Matches sentences that may have figures, or may say how figures of the sentence before changed. Skips most others quickly. */
const mayMatter: Record<NumberLanguage, RegExp> = {
  en: /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|quarter|third|dozen|hundred|doubled?|twice|halved?)\b/i,
  de: /\d|jede|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hälft|hundert|tausend|dutzend|doppel|halb/i,
  other: /\d/,
};

const privateUse = /[\ue000-\uf8ff]/;

/** Encodes a sentence; null where it has no figures, or is too long to be a sentence. */
export function encodePhrase(
  { draft: { text }, language }: ReadText,
  { start, end, tokens, figures: found }: ReadSentence,
): Phrase | null {
  if (end - start > maxPhraseLength) return null;
  const written = text.slice(start, end);
  if (!mayMatter[language].test(written) || privateUse.test(written)) return null;
  let encoded = '';
  let index = 0;
  const write = (to: number) => {
    for (; index < to; index += 1) {
      const token = tokens[index];
      if (token) encoded += `${token.isGlued ? '' : ' '}${token.text}`;
    }
  };
  for (const [number, { figure, from, to }] of found.entries()) {
    write(from);
    encoded += `${tokens[from]?.isGlued ? '' : ' '}${getSign(figure.kind, number)}`;
    index = to;
  }
  write(tokens.length);
  return { start, end, encoded: encoded.trimStart(), figures: found.map(({ figure }) => figure), tokens };
}
