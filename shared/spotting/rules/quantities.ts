import { isYear } from '#shared/reading/dates.ts';
import type { Figure } from '#shared/reading/figure.ts';
import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, isWord, type Token } from '#shared/reading/tokens.ts';
import type { RuleSentence } from './rule.ts';

/** A number with the noun that it counts. */
interface Quantity {
  /** Index of the token after it. */
  to: number;
  type: 'figure' | 'money' | 'share';
  /** Whether it is a small number in words, which is hardly worth checking by itself. */
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
export function readQuantity(sentence: RuleSentence, index: number): Quantity | null {
  const { tokens, figureAt } = sentence;
  const token = tokens[index];
  // The article of "die Hälfte" belongs to its figure.
  const found =
    figureAt.get(token?.start ?? -1) ??
    (isWord(token, 'hälfte') ? figureAt.get(tokens[index - 1]?.start ?? -1) : undefined);
  return (
    readUncounted(sentence, index) ??
    (found ? readFigure(sentence, index, found.figure, found.to) : readAdjective(sentence, index))
  );
}

/** Reads a number that a hyphen makes an adjective: "a 27-year-old driver", "87-page report". */
function readAdjective(sentence: RuleSentence, index: number): Quantity | null {
  const to = sentence.tokens[index]?.type === 'number' ? readMatchResult(sentence.tokens, index + 1) : index;
  return to > index + 1 ? { to: withCounted(sentence, to), type: 'figure', isPlain: false } : null;
}

function readFigure(sentence: RuleSentence, index: number, figure: Figure, to: number): Quantity | null {
  const { tokens, language } = sentence;
  switch (figure.kind) {
    case 'ordinal':
      return null;
    case 'money':
      return { to, type: 'money', isPlain: false };
    case 'percent':
      return { to, type: 'share', isPlain: false };
    case 'points':
      // These are points of a game, not percentage points.
      return {
        to,
        type:
          to === index + 2 && !isWord(tokens[to - 1], 'prozentpunkte', 'prozentpunkten') ? 'figure' : 'share',
        isPlain: false,
      };
    case 'fraction':
      if (isWord(tokens[index], 'half') && !isHalfOfSomething(tokens, index)) return null;
      return isShare(tokens, to)
        ? { to: withPart(sentence, index, to), type: 'share', isPlain: false }
        : null;
    case 'measure':
      // The name of the office "18F" is no temperature.
      if (/^[CF]$/.test(tokens[index + 1]?.text ?? '')) return null;
      // Pounds are money in a text that writes "£".
      if (figure.unit === 'pounds' && sentence.text.includes('£'))
        return { to, type: 'money', isPlain: false };
      return {
        to: isWord(tokens[index + 1], '-') ? withCounted(sentence, to) : to,
        type: 'figure',
        isPlain: false,
      };
    default: {
      const end = readMatchResult(tokens, to);
      const whole = readWhole(sentence, to, figure.isWord);
      if (whole !== null) return { to: withCounted(sentence, whole), type: 'share', isPlain: false };
      // "One of them" counts nothing.
      if (isWord(tokens[index], 'one', 'ein', 'eins', 'eine') && figure.value === 1) return null;
      const isInRow =
        isWord(tokens[end], 'in') && isWord(tokens[end + 1], 'a') && isWord(tokens[end + 2], 'row');
      const counted = isInRow ? end + 3 : language ? withCounted(sentence, end) : end;
      return { to: counted, type: 'figure', isPlain: figure.isWord && figure.scale === 1 };
    }
  }
}

/** Finds the index after the whole in "two out of five" and "six in ten"; null for "two in 2014", where a year follows. */
function readWhole({ tokens }: RuleSentence, at: number, isWordy: boolean): number | null {
  const isOutOf = isWord(tokens[at], 'out') && isWord(tokens[at + 1], 'of');
  if (!isOutOf && !(isWordy && isWord(tokens[at], 'in', 'von'))) return null;
  const whole = isOutOf ? at + 2 : at + 1;
  return isNumber(tokens[whole]) && !isYear(tokens[whole]) ? whole + 1 : null;
}

/** Finds the end of a share with its noun: "one in three children", "two out of five". */
function withPart(sentence: RuleSentence, index: number, to: number): number {
  return isWord(sentence.tokens[index + 1], 'in', 'von') ? withCounted(sentence, to) : to;
}

/** Whether a part in words is a share: "a third from Denmark", but not "a third attempt" and "a third in a row". */
function isShare(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (!/^(?:third|quarter|fifth|sixth|eighth|tenth)$/.test(tokens[to - 1]?.lower ?? '')) return true;
  if (next?.type !== 'word') return next?.type !== 'number';
  const isInRow = isWord(next, 'in') && isWord(tokens[to + 1], 'a', 'the');
  return isOf(next, is.functionWord | is.auxiliary | is.change | is.beforeDate) && !isInRow;
}

/** "Half of", "half the", "by half", "cut in half", "more than half", but not "half past" and "a half hour". */
function isHalfOfSomething(tokens: readonly Token[], index: number): boolean {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (isWord(next, 'of', 'the', 'its', 'our', 'their', 'all')) return true;
  const isMeasure = isWord(before, 'by', 'than', 'nearly', 'almost', 'roughly', 'under', 'in');
  return isMeasure && (next?.type !== 'word' || isOf(next, is.functionWord | is.auxiliary));
}

/** Quantities without a number: "several hundred", "tens of thousands", "half a million", "a handful of trains". */
function readUncounted(sentence: RuleSentence, index: number): Quantity | null {
  const { tokens } = sentence;
  const [first, second, third] = tokens.slice(index, index + 3);
  const found = (to: number): Quantity => ({ to: withCounted(sentence, to), type: 'figure', isPlain: false });
  if (isWord(first, 'a', 'eine') && isWord(second, 'handful', 'handvoll'))
    return found(isWord(third, 'of') ? index + 3 : index + 2);
  if (isWord(first, 'half') && isWord(second, 'a') && isOf(third, is.magnitude)) return found(index + 3);
  const isMany = isOf(first, is.manyOf);
  if (!isMany && !(isWord(first, 'several', 'few', 'mehrere') && isOf(second, is.magnitude))) return null;
  let at = index + 1;
  while (at < index + 4 && isOf(tokens[at], is.magnitude | is.number)) at += 1;
  // "Tens of thousands of people", "billions of dollars".
  if (isWord(tokens[at], 'of') && isOf(tokens[at + 1], is.magnitude | is.manyOf)) at += 2;
  const isMoney = isWord(tokens[at], 'of') && isOf(tokens[at + 1], is.currency);
  if (isMoney || isOf(tokens[at], is.currency))
    return { to: isMoney ? at + 2 : at + 1, type: 'money', isPlain: false };
  return found(at);
}

/** Finds the index after the counted noun, if the next token looks like one. */
function withCounted({ tokens, language }: RuleSentence, at: number): number {
  const token = tokens[at];
  if (token?.type !== 'word' || isOf(token, uncounted) || token.lower.includes('.')) return at;
  const next = tokens[at + 1];
  const isNextPlain = next?.type === 'word' && !next.isCapital && !isOf(next, uncounted);
  // A German noun has a capital: "40 neue Züge".
  if (language === 'de') return token.isCapital ? at + 1 : next?.isCapital ? at + 2 : at;
  // A capitalized adjective precedes the noun in "1.4 million Syrian refugees".
  if (token.isCapital && isNextPlain && /s$/.test(next.lower)) return at + 2;
  // The plural noun follows other words in "four national security officials".
  for (let to = at; to < at + maxCounted; to += 1) {
    const word = tokens[to];
    if (word?.type !== 'word' || (to > at && (word.isCapital || isOf(word, uncounted)))) break;
    if (/[^s]s$/.test(word.lower) || isWord(word, 'people', 'men', 'women', 'children')) return to + 1;
  }
  return at + 1;
}

/** The longest counted phrase, in tokens. */
const maxCounted = 3;

export function isNumber(token: Token | undefined): boolean {
  return token !== undefined && (token.type === 'number' || isOf(token, is.number));
}

/** Whether two tokens have nothing between them. */
export function touch(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.end === b.start;
}

/** The most parts of a match result that are read. */
const maxParts = 6;

/** Finds the index after a match result, a range or a compound that starts with a number before `at`: "6-4", "20–30", "25-year". */
function readMatchResult(tokens: readonly Token[], at: number): number {
  let end = at;
  for (let parts = 0; parts < maxParts && isWord(tokens[end], '-', '–', '‑'); parts += 1) {
    if (!tokens[end]?.isGlued || !tokens[end + 1]?.isGlued || tokens[end + 1]?.type === 'sign') break;
    end += 2;
  }
  return end;
}
