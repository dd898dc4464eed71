import type { FigureKind } from './figure.ts';
import { gluedScales, type NumberLanguage, type NumberTokens, readScale } from './read-number.ts';
import type { Token } from './tokens.ts';
import { findCurrency, findUnit } from './units.ts';

/** The kind and unit of a number, from the tokens behind it. `to` is the index of the token behind these. */
interface Suffix {
  kind: FigureKind;
  unit: string | null;
  factor: number;
  to: number;
}

const percentWords =
  /^(?:[%‰٪]|per-cent|percent|pct|prozent|procent|procento|prosent|prosenttia|процентов|процента|процент)$/;
const dashes = /^[-‐‑–—−]$/;

/** Reads the unit, currency or per cent behind a number. Null where the number is part of something else. */
export function readSuffix(
  tokens: readonly Token[],
  number: NumberTokens,
  { language, currency }: { language: NumberLanguage; currency: string | null },
): Suffix | null {
  const at = number.to;
  const next = tokens[at];
  const plain = { kind: 'number', unit: null, factor: 1, to: at } as const;
  if (currency !== null) return readMoney(tokens, at, currency);
  if (!next) return number.mayBeYear ? { ...plain, kind: 'year' } : plain;
  const percent = readPercent(tokens, at);
  if (percent) return percent;
  if (isRangeStart(tokens, at)) return readRange(tokens, at, language);
  if (next.isGlued && next.type === 'sign' && isJoined(tokens, at)) return null;
  // A hyphen may join a number to its unit: "10-mile", "12-per-cent". With any other word, it forms an adjective.
  const isHyphenated = dashes.test(next.text) && next.isGlued && tokens[at + 1]?.isGlued === true;
  const from = isHyphenated ? at + 1 : at;
  if (isHyphenated && tokens[from] && percentWords.test(tokens[from].lower))
    return { kind: 'percent', unit: '%', factor: 1, to: from + 1 };
  const unit = readUnit(tokens, from);
  if (unit?.unit === 'pounds' && isAmountOfPounds(tokens[unit.to], number.scale))
    return { ...unit, kind: 'money', unit: 'GBP' };
  if (unit && !(isHyphenated && unit.to === from)) return unit;
  if (isHyphenated)
    return isCollective(tokens[from]?.lower ?? '') ? { ...plain, kind: 'number', to: from + 1 } : null;
  if (next.isGlued && next.type === 'word') return readGluedWord(next.lower, plain);
  const code = next.type === 'sign' || next.type === 'word' ? readCurrencyBehind(tokens, at) : null;
  if (code) return { ...plain, kind: 'money', unit: code, to: at + 1 };
  if (
    language === 'de' &&
    next.text === '.' &&
    next.isGlued &&
    tokens[at + 1]?.type === 'word' &&
    !number.isWord
  )
    return { ...plain, kind: 'ordinal' };
  return number.mayBeYear ? { ...plain, kind: 'year' } : plain;
}

/** Words behind a number of members: "the 16-member team", "das 16-köpfige Team". */
const collective =
  /^(?:member|person|seat|bed|unit|vote|player|judge|nation|state|country|school|köpfige[nrms]?|sitzige[nrms]?)$/;

export function isCollective(word: string): boolean {
  return collective.test(word);
}

/** Pounds with a word such as "million" are money, unless "of" follows: "12 million pounds of beef". */
const leastMoney = 1e5;

function isAmountOfPounds(next: Token | undefined, scale: number): boolean {
  return scale >= leastMoney && !/^(?:of|\(|in)$/.test(next?.lower ?? '');
}

function readCurrencyBehind(tokens: readonly Token[], at: number): string | null {
  const next = tokens[at];
  if (!next || (next.type === 'sign' && findCurrency(next.text) === null)) return null;
  // The sign in "12 £14" belongs to the second number.
  if (next.type === 'sign' && tokens[at + 1]?.type === 'number') return null;
  return findCurrency(next.lower);
}

function readMoney(tokens: readonly Token[], at: number, currency: string): Suffix | null {
  const next = tokens[at];
  if (isRangeStart(tokens, at)) return { kind: 'range', unit: currency, factor: 1, to: at + 2 };
  const scale = next?.isGlued === true ? gluedScales.get(next.lower) : undefined;
  return { kind: 'money', unit: currency, factor: scale ?? 1, to: scale === undefined ? at : at + 1 };
}

function readPercent(tokens: readonly Token[], at: number): Suffix | null {
  const [next, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!next) return null;
  const isTwoWords =
    (next.lower === 'per' && second?.lower === 'cent') ||
    (next.lower === 'por' && second?.lower === 'ciento') ||
    (next.lower === 'pour' && second?.lower === 'cent') ||
    (next.lower === 'per' && second?.lower === 'cento');
  if (/^(?:prozentpunkte?n?)$/.test(next.lower)) return { kind: 'points', unit: null, factor: 1, to: at + 1 };
  if (next.lower === 'percentage' || next.lower === 'points' || next.lower === 'punkte')
    return { kind: 'points', unit: null, factor: 1, to: next.lower === 'percentage' ? at + 2 : at + 1 };
  if (!isTwoWords && !percentWords.test(next.lower)) return null;
  const to = isTwoWords ? at + 2 : at + 1;
  const behind = isTwoWords ? third : second;
  if (behind && /^(?:points?|punkte)$/.test(behind.lower))
    return { kind: 'points', unit: null, factor: 1, to: to + 1 };
  return { kind: 'percent', unit: '%', factor: 1, to };
}

/** Reads a unit of one to three words: "km", "square miles", "miles per hour", "°C", "km/h". */
function readUnit(tokens: readonly Token[], from: number): Suffix | null {
  const parts = tokens.slice(from, from + 3);
  const [first, second, third] = parts;
  if (!first) return null;
  // The "U.S." in "73 U.S. gallons" is skipped.
  if (first.text === 'U.S' && second?.text === '.') return readUnit(tokens, from + 2);
  if (first.text === 'US' || first.lower === 'imperial') return readUnit(tokens, from + 1);
  // "28C" is a temperature; "28c" is not.
  if (first.isGlued && /^[CF]$/.test(first.text))
    return { kind: 'measure', unit: `°${first.text}`, factor: 1, to: from + 1 };
  const spellings: [string, number][] = [];
  if (second && third) {
    spellings.push([`${first.lower}-${second.lower}-${third.lower}`, 3]);
    if (second.text === '/' || second.text === '.') spellings.push([`${first.lower}/${third.lower}`, 3]);
  }
  if (second) spellings.push([`${first.lower}-${second.lower}`, 2], [`${first.text}${second.lower}`, 2]);
  spellings.push([first.lower, 1]);
  for (const [written, length] of spellings) {
    const unit = findUnit(written);
    if (unit === null) continue;
    const to = from + length;
    // "12 in" means inches only before a closing bracket, because "in" is mostly a preposition.
    if (written === 'in' && !first.isGlued && !/^[)\]]$/.test(tokens[to]?.text ?? '')) continue;
    const isTemperatureSign = first.text === '°' && length === 2;
    if (first.text === '°' && !isTemperatureSign) continue;
    return { kind: 'measure', unit, factor: 1, to };
  }
  return null;
}

/** Reads a word directly behind the digits: "5th", "12m", "300k". Null where they are part of a name or code. */
function readGluedWord(word: string, plain: Suffix): Suffix | null {
  if (/^(?:st|nd|rd|th)$/.test(word)) return { ...plain, kind: 'ordinal', to: plain.to + 1 };
  const scale = /^(?:bn|mn|k)$/.test(word) ? gluedScales.get(word) : undefined;
  return scale === undefined ? null : { ...plain, factor: scale, to: plain.to + 1 };
}

function isRangeStart(tokens: readonly Token[], at: number): boolean {
  const [dash, number] = [tokens[at], tokens[at + 1]];
  if (!dash || !dashes.test(dash.text) || number?.type !== 'number') return false;
  return (dash.isGlued && number.isGlued) || (!dash.isGlued && !number.isGlued && dash.text === '-');
}

function readRange(tokens: readonly Token[], at: number, language: NumberLanguage): Suffix {
  const to = at + 2;
  const scaled = tokens[to] && readScale(tokens[to].lower, language) !== null ? to + 1 : to;
  const unit = readPercent(tokens, scaled) ?? readUnit(tokens, scaled);
  return { kind: 'range', unit: unit?.unit ?? null, factor: 1, to: unit?.to ?? scaled };
}

/** Whether a mark joins a number to more digits or letters, as in a time, a version or a size. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const [mark, behind] = [tokens[at], tokens[at + 1]];
  if (!mark || !behind?.isGlued) return false;
  return /^[:/_@×*=.]$/.test(mark.text) && behind.type !== 'sign';
}
