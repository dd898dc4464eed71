import { isYear } from '#shared/reading/dates.ts';
import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord } from '#shared/reading/tokens.ts';
import { isEastAsianDate } from './dates.ts';
import { readQuantity, touch } from './quantities.ts';
import type { Rule } from './rule.ts';

const looks = {
  figure: { reason: 'A figure', score: 0.6 },
  money: { reason: 'An amount of money', score: 0.8 },
  share: { reason: 'A share of a whole', score: 0.78 },
} as const;

/** Times of day, which the rule for dates reads. */
const clockTime = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;

/** Figures, money and shares. */
export const figureRule: Rule = (sentence, index) => {
  const { tokens } = sentence;
  const token = tokens[index];
  if (!token || isWord(token, 'die', 'der')) return null;
  // The name of the pension plan "401(k)" is no figure.
  if (isWord(tokens[index + 1], '(') && touch(token, tokens[index + 1])) return null;
  if (isListNumber(sentence, index) || isYearAlone(sentence, index) || isContact(sentence, index))
    return null;
  if (clockTime.test(token.lower) || isEastAsianDate(tokens, index)) return null;
  if (isWord(tokens[index + 1], 'a.m', 'p.m', 'am', 'pm', 'uhr', "o'clock")) return null;
  const quantity = readQuantity(sentence, index);
  if (!quantity) return null;
  const { type, isPlain, to } = quantity;
  const { reason, score } = looks[type];
  // "The Big Ten", "Order 66" and "Minecraft 1.8" are names.
  const isCapital = isOf(token, is.number) && token.isCapital && index > 0 && sentence.language === 'en';
  const isNamed = tokens[index - 1]?.isCapital === true && index > 1;
  // "Lexus LC 500 Convertible", "Covid 19", but not "Devoe 2 points".
  const last = tokens[to - 1];
  const isInName =
    token.type === 'number' &&
    isNamed &&
    (to === index + 1 ||
      last?.isCapital === true ||
      (/^\d{1,2}$/.test(token.lower) && !/[^s]s$/.test(last?.lower ?? '')));
  // "The four friends" repeats a count that the text gave before.
  const isSmall = isOf(token, is.number) && token.type === 'word' && !isOf(tokens[index + 1], is.magnitude);
  const isKnown = isWord(
    tokens[index - 1],
    'the',
    'these',
    'those',
    'its',
    'their',
    'our',
    'his',
    'her',
    'die',
    'den',
    'der',
  );
  if (type === 'figure' && isSmall && isKnown) return null;
  if (type === 'figure' && (isCapital || (isInName && !isOf(tokens[index - 1], is.month)))) return null;
  // A small number in words is worth checking only if it counts something.
  if (isPlain && to === index + 1) return null;
  return { from: index, to, kind: type, reason, score: isPlain ? 0.4 : score };
};

const partNames =
  /^(?:part|day|step|phase|milestone|level|version|chapter|figure|stage|teil|tag|schritt|phase|kapitel|abbildung)$/;

/** Whether a number only labels: "1." or "2)" before the first word of a sentence, "[3]" for a note, "Part 2". */
const isListNumber: (...args: Parameters<Rule>) => boolean = ({ tokens }, index) => {
  const token = tokens[index];
  if (token?.type !== 'number') return false;
  // A character reference or a rank: "&#8212;", "#4".
  if (isWord(tokens[index - 1], '#')) return true;
  // A part or an address: "Part 2", "18f.gsa.gov".
  if (partNames.test(tokens[index - 1]?.lower ?? '')) return true;
  if (touch(token, tokens[index + 1]) && /^\p{L}+\.\p{L}/u.test(tokens[index + 1]?.lower ?? '')) return true;
  const isBracketed = isWord(tokens[index - 1], '[', '^') && isWord(tokens[index + 1], ']');
  return isBracketed || (index === 0 && isWord(tokens[1], '.', ')') && touch(token, tokens[1]));
};

const streets =
  /(?:^|.)(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|blvd|square|court|terrace|straße|strasse|str|weg|platz|allee|gasse|ufer|damm)$/;
const phoneWords = /^(?:tel|telefon|phone|call|fax|hotline|ruf|mobile|mobil|whatsapp|inquiry|telephone)$/;

/** Whether a number is a house number or a telephone number: "221 Baker Street", "Hauptstraße 12", "555-0123", "Tel. 02 751 44". */
const isContact: (...args: Parameters<Rule>) => boolean = ({ tokens, language }, index) => {
  const token = tokens[index];
  if (token?.type !== 'number') return false;
  const [before, beforeThat] = [tokens[index - 1], tokens[index - 2]];
  if (before?.isCapital && language === 'de' && streets.test(before.lower)) return true;
  for (let at = index + 1; at <= index + 4 && tokens[at]?.isCapital; at += 1)
    if (at > index + 1 && streets.test(tokens[at]?.lower ?? '')) return true;
  if (
    phoneWords.test(before?.lower ?? '') ||
    (isWord(before, '.', ':') && phoneWords.test(beforeThat?.lower ?? ''))
  )
    return true;
  if (
    isWord(before, '+') ||
    (before?.type === 'sign' && /^[-–/]$/.test(before.lower) && touch(before, token))
  )
    return isWord(before, '+') || /^0?\d{2,4}$/.test(beforeThat?.lower ?? '');
  const isDialled = isWord(tokens[index + 1], '-', '–', '/') && touch(token, tokens[index + 1]);
  const next = tokens[index + 2]?.lower ?? '';
  return isDialled && (/^0\d+$/.test(token.lower) || (/^\d{3}$/.test(token.lower) && /^\d{4}$/.test(next)));
};

/** Whether a number looks like a year, which the rule for dates reads, and counts nothing. */
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
