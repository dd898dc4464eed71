import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../token';
import type { ReadSentence } from './rule';

/** A number with what it counts. */
interface Quantity {
  /** Index of the token after it. */
  to: number;
  type: 'figure' | 'money' | 'share';
  /** Whether it is large or exact enough to be worth a look by itself. */
  isPlain: boolean;
}

/** Words that count nothing. */
const uncounted =
  is.functionWord |
  is.saying |
  is.month |
  is.weekday |
  is.change |
  is.auxiliary |
  is.comparative |
  is.superlative |
  is.number;

/** Reads a quantity that starts at a token: "$1.2 billion", "28,000 passengers", "one in three", "half of", "millions". */
export function readQuantity(sentence: ReadSentence, index: number): Quantity | null {
  if (!sentence.tokens[index]) return null;
  return readParts(sentence, index) ?? readFraction(sentence, index) ?? readNumber(sentence, index);
}

/** "One in three", "two out of five", "jeder dritte". */
function readParts(sentence: ReadSentence, index: number): Quantity | null {
  const { tokens } = sentence;
  const first = tokens[index];
  if (isWord(first, 'jeder', 'jede', 'jedes') && isOf(tokens[index + 1], is.ordinal))
    return { to: index + 2, type: 'share', isPlain: false };
  if (!isNumber(first) && !isWord(first, 'one', 'einer', 'eine')) return null;
  const next = tokens[index + 1];
  const isOutOf = isWord(next, 'out') && isWord(tokens[index + 2], 'of');
  const at = isOutOf ? index + 3 : index + 2;
  // "Two in 2014" counts in a year.
  if (!isOutOf && (!isWord(next, 'in', 'von') || first?.type === 'number')) return null;
  const whole = isWord(tokens[at], 'every') ? at + 1 : at;
  if (!isNumber(tokens[whole]) || isYear(tokens[whole])) return null;
  return { to: withCounted(sentence, whole + 1), type: 'share', isPlain: false };
}

/** "Half of", "a third of", "two-thirds", "die Hälfte", "drei Viertel". */
function readFraction(sentence: ReadSentence, index: number): Quantity | null {
  const { tokens } = sentence;
  const first = tokens[index];
  const second = tokens[index + 1];
  if (isOf(first, is.fraction)) {
    // "Half past", "the second half", "half-time" measure nothing.
    if (isWord(first, 'half') && !isHalfOfSomething(tokens, index)) return null;
    if (isWord(first, 'half') && isWord(second, 'a') && isOf(tokens[index + 2], is.magnitude))
      return { to: withCounted(sentence, index + 3), type: 'figure', isPlain: false };
    if (isWord(tokens[index - 1], 'second', 'first', 'zweite', 'zweiten', 'erste', 'ersten')) return null;
    return { to: index + 1, type: 'share', isPlain: false };
  }
  if ((isNumber(first) || isWord(first, 'a', 'one', 'ein')) && isOf(second, is.fraction)) {
    if (isWord(second, 'half', 'majority', 'minority') && first?.type === 'number') return null;
    return { to: index + 2, type: 'share', isPlain: false };
  }
  const isPart = isWord(first, 'a', 'one') && isWord(second, 'third', 'quarter', 'fifth', 'tenth');
  // "A third attempt" counts attempts; "a third from Denmark" is a share.
  const third = tokens[index + 2];
  const isInRow = isWord(third, 'in') && isWord(tokens[index + 3], 'a', 'the');
  const isShare =
    third?.type !== 'word' || isOf(third, is.functionWord | is.auxiliary | is.change | is.beforeDate);
  return isPart && isShare && !isInRow && third?.type !== 'number'
    ? { to: index + 2, type: 'share', isPlain: false }
    : null;
}

/** "Half of", "half the", "by half", "cut in half", "more than half", but not "half past" and "a half hour". */
function isHalfOfSomething(tokens: readonly Token[], index: number): boolean {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (isWord(next, 'of', 'a', 'the', 'its', 'our', 'their', 'all')) return true;
  const isMeasure = isWord(before, 'by', 'than', 'nearly', 'almost', 'roughly', 'under', 'in');
  return (
    isMeasure &&
    (next?.type !== 'word' || isOf(next, is.functionWord | is.auxiliary)) &&
    !isWord(next, 'past', 'an')
  );
}

/** Numbers with the unit, currency or percent sign around them. */
function readNumber(sentence: ReadSentence, index: number): Quantity | null {
  const { tokens, language } = sentence;
  const isMoney = tokens[index + 1]?.type === 'number' && isCurrencyBefore(tokens[index]);
  const start = isMoney ? index + 1 : index;
  const count = readCount(tokens, start);
  if (!count) return null;
  const { to: at, hasMagnitude } = count;
  const isPercent = isOf(tokens[at], is.percent);
  if (isPercent || (isWord(tokens[at], 'per') && isWord(tokens[at + 1], 'cent'))) {
    const to = isPercent ? at + 1 : at + 2;
    return { to: isWord(tokens[to], 'points', 'point') ? to + 1 : to, type: 'share', isPlain: false };
  }
  if (isOf(tokens[at], is.currency))
    return { to: at + 1, type: isWeight(sentence, at, hasMagnitude) ? 'figure' : 'money', isPlain: false };
  if (isMoney) return { to: at, type: 'money', isPlain: false };
  const isInRow = isWord(tokens[at], 'in') && isWord(tokens[at + 1], 'a') && isWord(tokens[at + 2], 'row');
  const to = isInRow ? at + 3 : language ? withCounted(sentence, at) : at;
  return { to, type: 'figure', isPlain: !hasMagnitude && tokens[start]?.type !== 'number' };
}

const weights =
  /^(?:weigh(?:s|ed|ing|t)?|heavy|heavier|lost|lose|losing|gained|lift(?:s|ed|ing)?|overweight|ounces|kilograms|kg|body)$/;

/** Whether pounds are of weight: "a bag of 200 pounds", unless the text writes its money with "£" or the amount is large. */
function isWeight({ tokens, text }: ReadSentence, at: number, hasMagnitude: boolean): boolean {
  if (!isWord(tokens[at], 'pound', 'pounds')) return false;
  if (
    tokens.slice(Math.max(0, at - 7), at + 5).some(({ lower }) => weights.test(lower)) ||
    isWord(tokens[at + 1], 'of')
  )
    return true;
  return !hasMagnitude && !text.includes('£') && !isWord(tokens[at + 1], 'sterling');
}

/** "$", "€" and codes; "euros" comes after its number. */
function isCurrencyBefore(token: Token | undefined): boolean {
  return (isOf(token, is.currency) && token?.type === 'sign') || isWord(token, 'usd', 'eur', 'chf', 'gbp');
}

/** The index after what is counted, if the next token is a noun as far as rules can say. */
function withCounted({ tokens, language }: ReadSentence, at: number): number {
  const token = tokens[at];
  if (token?.type !== 'word' || isOf(token, uncounted) || token.lower.includes('.')) return at;
  if (units.test(token.lower)) return at + 1;
  const next = tokens[at + 1];
  const isNextPlain = next?.type === 'word' && !next.isCapital && !isOf(next, uncounted);
  // A German noun has a capital: "40 neue Züge".
  if (language === 'de') return token.isCapital ? at + 1 : next?.isCapital ? at + 2 : at;
  // "1.4 million Syrian refugees".
  if (token.isCapital && isNextPlain && /s$/.test(next.lower)) return at + 2;
  // "Four national security officials": the noun in the plural follows other words.
  for (let to = at; to < at + maxCounted; to += 1) {
    const word = tokens[to];
    if (word?.type !== 'word' || (to > at && (word.isCapital || isOf(word, uncounted)))) break;
    if (/[^s]s$/.test(word.lower) || isWord(word, 'people', 'men', 'women', 'children')) return to + 1;
  }
  return at + 1;
}

/** The longest phrase of what is counted, in tokens. */
const maxCounted = 3;

/** Units, of which some are written directly after their number. */
const units = /^(?:[kcmµ]?m|km²|m²|[km]?g|t|[kmgt]b|[kmgt]?wh?|[kmg]?hz|v|mph|ha|m?l|bn|k|x)$/;

const year = /^(?:1[0-9]|20)\d\d$/;

export function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.type === 'number' || isOf(token, is.number) || isCompound(token));
}

/** English compounds: "twenty-five". */
function isCompound(token: Token): boolean {
  return /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+$/.test(token.lower);
}

export function isYear(token: Token | undefined): boolean {
  return token?.type === 'number' && year.test(token.lower);
}

/** Whether two tokens have nothing between them. */
export function touch(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start;
}

/** The number at an index: "1.2 billion", "a dozen", "tens of thousands of", "four point one". Null where there is none. */
function readCount(tokens: readonly Token[], start: number): { to: number; hasMagnitude: boolean } | null {
  const first = tokens[start];
  if (isWord(first, 'a', 'eine') && isWord(tokens[start + 1], 'handful', 'handvoll'))
    return { to: isWord(tokens[start + 2], 'of') ? start + 3 : start + 2, hasMagnitude: true };
  let at = start + 1;
  if (
    isWord(first, 'a', 'one', 'ein', 'eine', 'einer', 'several', 'few', 'mehrere') &&
    isOf(tokens[at], is.magnitude)
  )
    at += 1;
  else if (isNumber(first)) at = readRange(tokens, at);
  // "One percent" is a share, though "one of them" counts nothing.
  else if (isWord(first, 'one', 'ein', 'eins', 'null') && isOf(tokens[at], is.percent))
    return { to: at, hasMagnitude: false };
  else if (!isOf(first, is.manyOf)) return null;
  const last = tokens[at - 1];
  if (isWord(tokens[at], 'point') && isNumber(tokens[at + 1])) at += 2;
  else if (touch(last, tokens[at]) && isNamed(tokens[at])) return null;
  while (at < start + 5 && isOf(tokens[at], is.magnitude | is.number)) at += 1;
  const hasMagnitude = at > start + 1 || isOf(first, is.manyOf);
  if (!hasMagnitude || !isWord(tokens[at], 'of')) return { to: at, hasMagnitude };
  // "Tens of thousands of people", "billions of dollars".
  if (isOf(tokens[at + 1], is.magnitude | is.manyOf)) at += 2;
  if (isWord(tokens[at], 'of') && isOf(tokens[at + 1], is.currency)) at += 1;
  return { to: at, hasMagnitude };
}

/** Letters directly after a number that make it a name or an ordinal: "18F", "5G", "7th". */
function isNamed(token: Token | undefined): boolean {
  const isUnit = units.test(token?.lower ?? '') || isOf(token, is.magnitude | is.currency);
  return /^[a-z]{1,3}$/.test(token?.lower ?? '') && !isUnit;
}

/** The index after a score, a range or a compound that starts with a number before `at`: "6-4", "20–30", "25-year". */
function readRange(tokens: readonly Token[], at: number): number {
  let end = at;
  for (let parts = 0; parts < 6 && isWord(tokens[end], '-', '–', '‑'); parts += 1) {
    if (!touch(tokens[end - 1], tokens[end]) || !touch(tokens[end], tokens[end + 1])) break;
    if (tokens[end + 1]?.type === 'sign') break;
    end += 2;
  }
  return end;
}
