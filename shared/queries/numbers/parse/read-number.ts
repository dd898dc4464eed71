import { readDigits, type WrittenNumber } from './digits';
import { readScale } from './number-scales';
import { readNumberWord } from './number-words';
import type { NumberLanguage } from './text-language';
import type { Token } from './tokens';

/** A number without its unit; `to` is the index of the token behind it. */
export interface NumberTokens extends WrittenNumber {
  to: number;
  isWord: boolean;
  /** The factor of a word such as "million"; 1 without one. */
  scale: number;
  /** Whether it is four digits that may be a calendar year. */
  mayBeYear: boolean;
}

const fourDigits = /^(?:1[5-9]|20)\d\d$/;

/** Reads the number that begins at a token, with the words that multiply it: "1.5 million", "two hundred", "einer Million". */
export function readNumberAt(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): NumberTokens | null {
  const token = tokens[index];
  if (!token || token.type === 'mark') return null;
  const isWord = token.type === 'word';
  const base = isWord ? readWords(tokens, index, language) : readDigitTokens(tokens, index, language);
  if (!base) return null;
  const scale = readScales(tokens, base.to, language);
  return {
    value: base.value * scale.factor,
    step: base.step * scale.factor,
    ...{ to: scale.to, isWord, scale: scale.factor },
    mayBeYear: !isWord && scale.factor === 1 && fourDigits.test(token.text),
  };
}

type Base = WrittenNumber & { to: number };

/** Digits, with groups behind spaces of the keyboard where the language sets them so: "1 234 567". */
function readDigitTokens(tokens: readonly Token[], index: number, language: NumberLanguage): Base | null {
  const first = tokens[index];
  if (!first) return null;
  let written = first.text;
  let to = index + 1;
  if (language !== 'en' && /^\d{1,3}$/.test(written))
    for (let next = tokens[to]; next && to < index + 4; next = tokens[to]) {
      const isGroup = next.type === 'digits' && /^\d{3}(?:[.,]\d+)?$/.test(next.text) && !next.isGlued;
      if (!isGroup || next.start - (tokens[to - 1]?.end ?? 0) !== 1) break;
      written += ` ${next.text}`;
      to += 1;
    }
  const number = readDigits(written, language);
  return number && { ...number, to };
}

/** Number words: "twelve", "forty-two", "a hundred", "one hundred and five", "zweihundert". */
function readWords(tokens: readonly Token[], index: number, language: NumberLanguage): Base | null {
  const first = tokens[index];
  if (!first) return null;
  const [hyphen, second] = [tokens[index + 1], tokens[index + 2]];
  if (hyphen?.text === '-' && hyphen.isGlued && second?.isGlued) {
    const joined = readNumberWord(`${first.lower}-${second.lower}`, language);
    if (joined) return { ...joined, to: index + 3 };
  }
  const isArticle = /^(?:an?|eine[rnm]?)$/.test(first.lower);
  const scale = isArticle ? readScale(tokens[index + 1]?.lower ?? '', language) : null;
  // "A dozen", "a million": the scale behind the article is read as that of one.
  if (scale !== null) return { value: 1, step: 1, to: index + 1 };
  const number = readNumberWord(first.lower, language);
  return number && { ...number, to: index + 1 };
}

function readScales(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): { factor: number; to: number } {
  let factor = 1;
  let to = index;
  for (let token = tokens[to]; token?.type === 'word' && to < index + 2; token = tokens[to]) {
    if (token.isGlued) break;
    const scale = readScale(token.lower, language);
    // "12 mil" is a thousand in Spanish only.
    if (scale === null || (language !== 'other' && /^(?:mil|mila|mille)$/.test(token.lower))) break;
    factor *= scale;
    to += tokens[to + 1]?.text === '.' && /^(?:mio|mrd|tsd|bio|mill)$/.test(token.lower) ? 2 : 1;
  }
  return { factor, to };
}
