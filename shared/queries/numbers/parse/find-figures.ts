import { findCurrency } from './currencies';
import type { FigureTokens } from './figure';
import { readMonth } from './months';
import { mayStartNumber } from './number-words';
import { readBound } from './read-bound';
import { readFractionAt } from './read-fraction';
import { readNumberAt } from './read-number';
import { readSuffix } from './read-suffix';
import type { NumberLanguage } from './text-language';
import type { Token } from './tokens';

/** The most figures of one sentence that are read; a longer list is a table. */
export const maxFigures = 200;

const dashes = /^[-‐‑–—−]$/;
/** Marks that make digits on both sides part of something else: a time, a date, an address, a size. */
const joiners = /^[:/_@#×*=~.,'’]$/;

/** Finds the figures of a sentence in order, with their units. The tokens are those of the sentence. */
export function findFigures(tokens: readonly Token[], language: NumberLanguage): FigureTokens[] {
  const found: FigureTokens[] = [];
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

const connectors = /^(?:,|and|und|or|oder|to|auf|bis)$/;

/**
 * Whether tokens join the numbers of a list. A comma alone does before a further member only, and "540, or 54 per cent" says one
 * thing twice.
 */
function isListOf(between: readonly Token[], goesOn: boolean): boolean {
  const [first] = between;
  if (!first || !between.every(({ lower }) => connectors.test(lower))) return false;
  return first.text !== ',' || (between.length === 1 ? goesOn : !/^(?:or|oder)$/.test(between[1]?.lower ?? ''));
}

/** The figures with the units that lists write behind the last of them: "12, 15 and 20 metres", "from 10 to 12 million euros". */
function inheritUnits(tokens: readonly Token[], found: readonly FigureTokens[]): FigureTokens[] {
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

function readFigure(tokens: readonly Token[], index: number, language: NumberLanguage): FigureTokens | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.type === 'mark' && !/^[€$£¥₹−-]$/.test(token.text)) return null;
  if (token.type === 'word' && !/^\p{Lu}{1,3}$/u.test(token.text)) {
    const next = tokens[index + 1]?.lower ?? '';
    if (!mayStartNumber(token.lower, next, language)) return null;
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
  if (first.type === 'word' && second.text === '$' && second.isGlued && tokens[index + 2]?.type === 'digits')
    return { code: first.text === 'US' ? 'USD' : `${first.text}$`, to: index + 2 };
  if (second.type !== 'digits') return null;
  const isCode = first.type === 'mark' || /^\p{Lu}{3}$/u.test(first.text);
  const code = isCode ? findCurrency(first.lower) : null;
  return code === null ? null : { code, to: index + 1 };
}

/** Whether a minus sign stands before a number, and not a dash. */
function isSign(tokens: readonly Token[], index: number): boolean {
  const [sign, number] = [tokens[index], tokens[index + 1]];
  return (
    sign !== undefined &&
    /^[−-]$/.test(sign.text) &&
    number?.type === 'digits' &&
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

/** Whether the number at an index belongs to what stands directly before it, as in "A320", "COVID-19" or "10:30". */
function isInsideOther(tokens: readonly Token[], index: number): boolean {
  const [token, before, beforeThat] = [tokens[index], tokens[index - 1], tokens[index - 2]];
  if (token?.type !== 'digits') return false;
  if (before?.text === '№' || before?.lower === 'no' || before?.lower === 'nr') return true;
  if (
    before?.text === '.' &&
    /^(?:no|nr|art|vol|abs|kap|str|sec|ch|fig|p|pp|s)$/.test(beforeThat?.lower ?? '')
  )
    return true;
  if (!before || !token.isGlued) return false;
  if (before.type !== 'mark') return true;
  if (joiners.test(before.text) && before.isGlued && beforeThat?.type !== 'mark') return true;
  return /^[#@_]$/.test(before.text) || (dashes.test(before.text) && before.text !== '—' && before.isGlued);
}
