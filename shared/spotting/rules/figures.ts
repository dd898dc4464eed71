import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord } from '../tokens/token';
import { isNumber, isYear, touch } from './read-count';
import { isEastAsianDate } from './read-date';
import { readQuantity } from './read-quantity';
import type { Rule } from './rule';

const looks = {
  figure: { reason: 'A figure', worth: 0.6 },
  money: { reason: 'An amount of money', worth: 0.8 },
  share: { reason: 'A share of a whole', worth: 0.78 },
} as const;

/** The rule for dates reads these. */
const clockTime = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;

/** Figures, money and shares. */
export const figureRule: Rule = (sentence, index) => {
  const { tokens } = sentence;
  const token = tokens[index];
  if (!token || (token.type === 'word' && token.classes === 0 && !isNumber(token))) return null;
  if (isListNumber(sentence, index) || isYearAlone(sentence, index)) return null;
  if (clockTime.test(token.lower) || isEastAsianDate(tokens, index)) return null;
  if (isWord(tokens[index + 1], 'a.m', 'p.m', 'am', 'pm', 'uhr', "o'clock")) return null;
  const quantity = readQuantity(sentence, index);
  if (!quantity) return null;
  const { type, isPlain, to } = quantity;
  const { reason, worth } = looks[type];
  // "The Big Ten", "Order 66" and "Minecraft 1.8" are names.
  const isCapital = isOf(token, is.number) && token.isCapital && index > 0 && sentence.language === 'en';
  const isInName =
    token.type === 'number' && tokens[index - 1]?.isCapital === true && index > 1 && to === index + 1;
  if (type === 'figure' && (isCapital || (isInName && !isOf(tokens[index - 1], is.month)))) return null;
  // A small number in words counts something, or it says little.
  if (isPlain && to === index + 1) return null;
  return { from: index, to, kind: type, reason, worth: isPlain ? 0.4 : worth };
};

/** "1." or "2)" before the first word of a sentence, and "[3]" for a note. */
const isListNumber: (...args: Parameters<Rule>) => boolean = ({ tokens }, index) => {
  const token = tokens[index];
  if (token?.type !== 'number') return false;
  // "&#8212;" and "#4".
  if (isWord(tokens[index - 1], '#')) return true;
  const isBracketed = isWord(tokens[index - 1], '[', '^') && isWord(tokens[index + 1], ']');
  return isBracketed || (index === 0 && isWord(tokens[1], '.', ')') && touch(token, tokens[1]));
};

/** A number like a year, which the rule for dates reads, unless it counts something. */
const isYearAlone: (...args: Parameters<Rule>) => boolean = ({ tokens, language }, index) => {
  if (!isYear(tokens[index])) return false;
  const next = tokens[index + 1];
  if (!language) return true;
  if (isOf(tokens[index - 1], is.beforeDate | is.month) || next?.type !== 'word')
    return !isOf(next, is.percent | is.currency);
  if (isOf(next, is.percent | is.currency | is.magnitude)) return false;
  return (
    isOf(next, is.functionWord | is.saying) ||
    (next.isCapital && language === 'en') ||
    touch(tokens[index], next) ||
    next.classes !== 0
  );
};
