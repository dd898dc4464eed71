import { wordClass as is } from '../lexicon/word-class';
import { isOf, isWord, type Token } from '../tokens/token';

/** Units, of which some are written directly after their number. */
export const units = /^(?:[kcmµ]?m|km²|m²|[km]?g|t|[kmgt]b|[kmgt]?wh?|[kmg]?hz|v|mph|ha|m?l|bn|k|x)$/;

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
export function readCount(
  tokens: readonly Token[],
  start: number,
): { to: number; hasMagnitude: boolean } | null {
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
