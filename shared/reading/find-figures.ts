import type { Figure, FoundFigure } from './figure.ts';
import { readMonth } from './months.ts';
import {
  mayStartNumber,
  type NumberLanguage,
  readFraction,
  readNumberAt,
  readNumberWord,
} from './read-number.ts';
import { isCollective, readSuffix } from './read-suffix.ts';
import type { Token } from './tokens.ts';
import { findCurrency, findUnit } from './units.ts';

/** The most figures that are read in one sentence. A longer list is a table. */
const maxFigures = 200;

const dashes = /^[-‐‑–—−]$/;
/** Marks that join digits into something other than a figure, such as an address or a size. */
const joiners = /^[:/_@#×*=~.,'’]$/;

/** Finds the figures of a sentence in order, with their units. The tokens are those of the sentence. */
export function findFigures(tokens: readonly Token[], language: NumberLanguage): FoundFigure[] {
  const found: FoundFigure[] = [];
  for (let index = 0; index < tokens.length && found.length < maxFigures; ) {
    const next = readFigure(tokens, index, language);
    if (next) {
      const least = found.at(-1)?.to ?? 0;
      const { bound, from } = readBound(tokens, next.from, least);
      found.push({ ...next, from, figure: { ...next.figure, bound } });
    }
    index = next?.to ?? index + 1;
  }
  return inheritUnits(tokens, found);
}

/** The fields that all figures in words share. */
const wordFigure = { step: 1, scale: 1, unit: null, bound: null, isWord: true } as const;

/** A number in words that a hyphen joins to its unit: "ten-mile", "two-thirds", "twelve-member". "Forty-two" is a number by itself. */
function readHyphenated(token: Token, index: number, language: NumberLanguage): FoundFigure | null {
  const { lower, start, end } = token;
  const hyphen = lower.indexOf('-');
  const number = readNumberWord(lower.slice(0, hyphen), language);
  const behind = lower.slice(hyphen + 1);
  const part = readFraction(behind);
  const unit = findUnit(behind);
  const found = { from: index, to: index + 1 };
  const figure = { ...wordFigure, value: number?.value ?? 0, start, end };
  if (number === null) return null;
  if (part !== null)
    return number.value * part < 1
      ? { ...found, figure: { ...figure, kind: 'fraction', value: number.value * part, step: 0.05 } }
      : null;
  if (unit !== null) return { ...found, figure: { ...figure, kind: 'measure', unit } };
  return isCollective(behind) ? { ...found, figure: { ...figure, kind: 'number' } } : null;
}

const connectors = /^(?:,|and|und|or|oder|to|auf|bis)$/;

/**
 * Whether tokens join two numbers of a list. A comma alone does so only before a further member, and ", or" never does:
 * "540, or 54 per cent" gives one figure twice.
 */
function isListOf(between: readonly Token[], goesOn: boolean): boolean {
  const [first] = between;
  if (!first || !between.every(({ lower }) => connectors.test(lower))) return false;
  return (
    first.text !== ',' || (between.length === 1 ? goesOn : !/^(?:or|oder)$/.test(between[1]?.lower ?? ''))
  );
}

/** Gives all figures of a list the unit that stands behind the last one: "12, 15 and 20 metres", "from 10 to 12 million euros". */
function inheritUnits(tokens: readonly Token[], found: readonly FoundFigure[]): FoundFigure[] {
  const complete = [...found];
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const [one, next] = [complete[index], complete[index + 1]];
    if (!one || !next || one.figure.kind !== 'number' || one.figure.scale !== 1) continue;
    const { kind, unit, scale } = next.figure;
    const last = tokens[next.to - 1];
    const isBehind = last?.type === 'word' || last?.text === '%' || next !== found[index + 1];
    const between = tokens.slice(one.to, next.from);
    const isList = isListOf(between, next !== found[index + 1]);
    if (!isBehind || !isList || !['money', 'measure', 'percent'].includes(kind)) continue;
    const { value, step } = one.figure;
    const figure = { ...one.figure, kind, unit, scale, value: value * scale, step: step * scale };
    complete[index] = { ...one, figure };
  }
  return complete;
}

function readFigure(tokens: readonly Token[], index: number, language: NumberLanguage): FoundFigure | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.type === 'sign' && !/^[−-]$/.test(token.text) && findCurrency(token.text) === null) return null;
  if (token.type === 'word' && !/^\p{Lu}{1,3}$/u.test(token.text)) {
    const next = tokens[index + 1]?.lower ?? '';
    if (!mayStartNumber(token.lower, next, language)) return null;
    if (token.lower.includes('-') && readNumberWord(token.lower, language) === null)
      return readHyphenated(token, index, language);
  }
  const fraction = readFractionAt(tokens, index, language);
  if (fraction) return fraction;
  const currency = readCurrencyBefore(tokens, index);
  const isNegative = currency === null && isSign(tokens, index);
  const from = currency?.to ?? (isNegative ? index + 1 : index);
  if (currency === null && !isNegative && isInsideOther(tokens, index)) return null;
  const number = readNumberAt(tokens, from, language);
  if (!number) return null;
  const suffix = readSuffix(tokens, number, { language, currency: currency?.code ?? null });
  const last = tokens[(suffix?.to ?? 0) - 1];
  if (!suffix || !last) return null;
  const { kind, unit, factor, to } = suffix;
  const value = number.value * factor * (isNegative ? -1 : 1);
  const isDay = kind === 'number' && value <= 31 && !number.isWord && isBesideMonth(tokens, index, to);
  const figure = {
    kind: isDay ? 'ordinal' : kind,
    unit,
    value,
    step: number.step * factor,
    scale: number.scale * factor,
    bound: null,
    isWord: number.isWord,
  } as const;
  return { figure: { ...figure, start: token.start, end: last.end }, from: index, to };
}

/** A sign or code of a currency before a number: "€", "US$", "EUR". */
function readCurrencyBefore(tokens: readonly Token[], index: number): { code: string; to: number } | null {
  const [first, second] = [tokens[index], tokens[index + 1]];
  if (!first || !second) return null;
  if (first.type === 'word' && second.text === '$' && second.isGlued && tokens[index + 2]?.type === 'number')
    return { code: first.text === 'US' ? 'USD' : `${first.text}$`, to: index + 2 };
  if (second.type !== 'number') return null;
  const isCode = first.type === 'sign' || /^\p{Lu}{3}$/u.test(first.text);
  const code = isCode ? findCurrency(first.lower) : null;
  return code === null ? null : { code, to: index + 1 };
}

/** Whether a minus sign stands before a number, and not a dash. */
function isSign(tokens: readonly Token[], index: number): boolean {
  const [sign, number] = [tokens[index], tokens[index + 1]];
  return (
    sign !== undefined &&
    /^[−-]$/.test(sign.text) &&
    number?.type === 'number' &&
    number.isGlued &&
    (!sign.isGlued || tokens[index - 1]?.text === '(')
  );
}

/** Whether a number is the day of a date: "3 May", "May 3". */
function isBesideMonth(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, behind] = [tokens[from - 1], tokens[to]];
  const beforeStop = before?.text === '.' ? tokens[from - 2] : before;
  return [beforeStop, behind].some(
    (token) => token?.type === 'word' && /^\p{Lu}/u.test(token.text) && readMonth(token.text) !== null,
  );
}

/** Whether the number at an index is part of a longer name, code or time: "A320", "COVID-19", "10:30". */
function isInsideOther(tokens: readonly Token[], index: number): boolean {
  const [token, before, beforeThat] = [tokens[index], tokens[index - 1], tokens[index - 2]];
  if (token?.type !== 'number') return false;
  if (before?.text === '№' || before?.lower === 'no' || before?.lower === 'nr') return true;
  if (
    before?.text === '.' &&
    /^(?:no|nr|art|vol|abs|kap|str|sec|ch|fig|p|pp|s)$/.test(beforeThat?.lower ?? '')
  )
    return true;
  if (!before || !token.isGlued) return false;
  if (before.type !== 'sign') return true;
  if (joiners.test(before.text) && before.isGlued && beforeThat?.type !== 'sign') return true;
  return /^[#@_]$/.test(before.text) || (dashes.test(before.text) && before.text !== '—' && before.isGlued);
}

const words = new Map<string, NonNullable<Figure['bound']>>([
  ...[
    'about around roughly approximately some circa ca approx rund etwa ungefähr zirka gegen environ casi circa',
  ].flatMap((list) => list.split(' ').map((word) => [word, 'about'] as const)),
  ...['nearly almost under below fast knapp beinahe annähernd nahezu unter'].flatMap((list) =>
    list.split(' ').map((word) => [word, 'under'] as const),
  ),
  ...['over above exceeding über gut mehr'].flatMap((list) =>
    list.split(' ').map((word) => [word, 'over'] as const),
  ),
]);

const pairs = new Map<string, NonNullable<Figure['bound']>>([
  ['more than', 'over'],
  ['at least', 'over'],
  ['greater than', 'over'],
  ['mehr als', 'over'],
  ['less than', 'under'],
  ['fewer than', 'under'],
  ['up to', 'under'],
  ['at most', 'under'],
  ['as many', 'under'],
  ['weniger als', 'under'],
  ['bis zu', 'under'],
  ['close to', 'about'],
]);

/**
 * Reads the precision of a figure from the words before it, and the first token that belongs to it. `least` is the first token
 * behind the previous figure. "More than" directly behind another figure compares the two and is no precision.
 */
function readBound(
  tokens: readonly Token[],
  index: number,
  least: number,
): { bound: Figure['bound']; from: number } {
  const [before, beforeThat] = [tokens[index - 1], tokens[index - 2]];
  if (before?.type !== 'word' || index - 1 < least) {
    const isShort = before?.text === '.' && /^(?:ca|approx|c)$/.test(beforeThat?.lower ?? '');
    const isSign = before !== undefined && /^[~≈]$/.test(before.text);
    if (isShort && index - 2 >= least) return { bound: 'about', from: index - 2 };
    return isSign ? { bound: 'about', from: index - 1 } : { bound: null, from: index };
  }
  const pair = beforeThat && pairs.get(`${beforeThat.lower} ${before.lower}`);
  if (pair && index - 2 > least) return { bound: pair, from: index - 2 };
  if (pair && index - 2 === least && least === 0) return { bound: pair, from: index - 2 };
  const single = words.get(before.lower);
  return single && before.lower !== 'mehr'
    ? { bound: single, from: index - 1 }
    : { bound: null, from: index };
}

const articles = /^(?:an?|one|the|die|der|ein|eines?|einem)$/;
/** Words beside which a part is no share: "half an hour", "the third quarter", "the second half", "Viertelstunde". */
const noShareBefore =
  /^(?:first|second|third|fourth|last|next|this|previous|final|other|better|every|per|ersten?|zweiten?|dritten?|vierten?|letzten?|jede[rn]?)$/;
const noShareAfter =
  /^(?:hours?|time|year|century|past|million|billion|dozen|final|finals|jahrhundert|stunde|finale|million(?:en)?|dutzend)$/;

/** Reads a share in words that begins at a token: "a third", "two thirds", "half", "die Hälfte", "drei Viertel". */
function readFractionAt(
  tokens: readonly Token[],
  index: number,
  language: NumberLanguage,
): FoundFigure | null {
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
  // The half in "59 and a half" is no share.
  const and = /^an?$/.test(tokens[index - 1]?.lower ?? '') ? index - 2 : index - 1;
  if (/^(?:and|und)$/.test(tokens[and]?.lower ?? '') && tokens[and - 1]?.type === 'number') return null;
  // The parts in "half an hour", "half a million" and "third-party" are no shares.
  if (/^an?$/.test(tokens[to]?.lower ?? '') || (tokens[to]?.text === '-' && tokens[to]?.isGlued)) return null;
  return {
    figure: { ...wordFigure, kind: 'fraction', value, step: 0.05, start: token.start, end: last.end },
    from: index,
    to,
  };
}

/** The largest whole of a share: "one in 500" is a chance. */
const maxOneIn = 20;

/** Reads the whole of "one in five", "1 in 5", "einer von fünf"; null for other words. */
function readOneIn(
  first: Token,
  second: Token | undefined,
  third: Token | undefined,
  language: NumberLanguage,
): number | null {
  if (!/^(?:one|einer|eine|eines)$/.test(first.lower) || !/^(?:in|von)$/.test(second?.lower ?? '') || !third)
    return null;
  const whole =
    third.type === 'number' ? Number(third.lower) : (readNumberWord(third.lower, language)?.value ?? 0);
  return whole >= 3 && whole <= maxOneIn ? whole : null;
}

const germanOrdinals = [
  'zweite',
  'dritte',
  'vierte',
  'fünfte',
  'sechste',
  'siebte',
  'achte',
  'neunte',
  'zehnte',
];

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
  // "Every third bridge", but not "every third day".
  const nthPart = first.lower === 'every' && second ? readFraction(second.lower) : null;
  if (nthPart !== null && !/^(?:day|week|month|night|minute)$/.test(third?.lower ?? ''))
    return { value: nthPart, to: index + 2 };
  // "Jede dritte Brücke".
  const nth = /^jede[rsn]?$/.test(first.lower)
    ? germanOrdinals.indexOf(second?.lower.replace(/[rsn]$/, '') ?? '')
    : -1;
  if (nth >= 0) return { value: 1 / (nth + 2), to: index + 2 };
  if (!second) return null;
  const part = readFraction(second.lower);
  if (part === null) return null;
  // "The third" and "der Hälfte" of an order are no shares, "the half" is.
  if (/^(?:the|der)$/.test(first.lower) && part !== 0.5) return null;
  const count = articles.test(first.lower) ? 1 : (readNumberWord(first.lower, language)?.value ?? null);
  return count === null || count * part >= 1 ? null : { value: count * part, to: index + 2 };
}
