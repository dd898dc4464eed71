import type { FigureTokens } from './figure';
import { readFraction } from './number-scales';
import { readNumberWord } from './number-words';
import type { NumberLanguage } from './text-language';
import type { Token } from './tokens';

const articles = /^(?:an?|one|the|die|der|ein|eines?|einem)$/;
/** Words behind which a part is no share: "half an hour", "the third quarter", "the second half", "Viertelstunde". */
const noShareBefore =
  /^(?:first|second|third|fourth|last|next|this|previous|final|other|better|every|per|ersten?|zweiten?|dritten?|vierten?|letzten?|jede[rn]?)$/;
const noShareAfter =
  /^(?:hours?|time|year|century|past|million|billion|dozen|final|finals|jahrhundert|stunde|finale|million(?:en)?|dutzend)$/;

/** Reads a share in words that begins at a token: "a third", "two thirds", "half", "die Hälfte", "drei Viertel". */
export function readFractionAt(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): FigureTokens | null {
  if (language === 'other') return null;
  const token = tokens[index];
  if (token?.type !== 'word') return null;
  const written = readParts(tokens, index, language);
  if (!written) return null;
  const { value, to } = written;
  const last = tokens[to - 1];
  if (!last) return null;
  if (noShareBefore.test(tokens[index - 1]?.lower ?? '') || noShareAfter.test(tokens[to]?.lower ?? ''))
    return null;
  // "59 and a half".
  const and = /^an?$/.test(tokens[index - 1]?.lower ?? '') ? index - 2 : index - 1;
  if (/^(?:and|und)$/.test(tokens[and]?.lower ?? '') && tokens[and - 1]?.type === 'digits') return null;
  // "Half an hour", "half a million" and "third-party" are no shares.
  if (/^an?$/.test(tokens[to]?.lower ?? '') || (tokens[to]?.text === '-' && tokens[to]?.isGlued)) return null;
  return {
    figure: {
      ...{ kind: 'fraction', value, step: 0.05, scale: 1, unit: null, bound: null, isWord: true },
      ...{ start: token.start, end: last.end },
    },
    from: index,
    to,
  };
}

/** The most that "one in" is read with: "one in 500" is a chance. */
const maxOneIn = 20;

/** "One in five", "1 in 5", "einer von fünf": the whole of which one is meant; null for other words. */
function readOneIn(
  first: Token,
  second: Token | undefined,
  third: Token | undefined,
  language: NumberLanguage,
): number | null {
  if (!/^(?:one|einer|eine|eines)$/.test(first.lower) || !/^(?:in|von)$/.test(second?.lower ?? '') || !third)
    return null;
  const whole =
    third.type === 'digits' ? Number(third.text) : (readNumberWord(third.lower, language)?.value ?? 0);
  return whole >= 3 && whole <= maxOneIn ? whole : null;
}

function readParts(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): { value: number; to: number } | null {
  const [first, second, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!first) return null;
  if (/^(?:half|hälfte)$/.test(first.lower)) return { value: 0.5, to: index + 1 };
  const oneIn = readOneIn(first, second, third, language);
  if (oneIn !== null) return { value: 1 / oneIn, to: index + 3 };
  if (/^(?:dreiviertel)$/.test(first.lower)) return { value: 0.75, to: index + 1 };
  if (!second) return null;
  const isHyphenated = second.text === '-' && second.isGlued && third !== undefined;
  const [name, to] = isHyphenated ? [third.lower, index + 3] : [second.lower, index + 2];
  const part = readFraction(name);
  if (part === null) return null;
  // "The third" and "der Hälfte" of an order are no shares, "the half" is.
  if (/^(?:the|der)$/.test(first.lower) && part !== 0.5) return null;
  const count = articles.test(first.lower) ? 1 : (readNumberWord(first.lower, language)?.value ?? null);
  return count === null || count * part >= 1 ? null : { value: count * part, to };
}
