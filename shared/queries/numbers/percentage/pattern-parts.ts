import { getSignClass } from '../parse/phrase';

/** A quantity that can grow: things, money, or a measured quantity. */
export const quantity = `[${getSignClass('number', 'money', 'measure')}]`;
export const count = `[${getSignClass('number')}]`;
/** A share in per cent or as a fraction. */
export const share = `[${getSignClass('percent', 'fraction')}]`;
export const percent = `[${getSignClass('percent')}]`;
/** Percentage points. */
export const points = `[${getSignClass('points')}]`;

const figures = getSignClass('number', 'money', 'measure', 'percent', 'fraction', 'points', 'range');

/** At most this many characters of words between two figures, without another figure or the end of a clause. */
export function words(limit: number): string {
  return `[^${figures}.;:()]{0,${limit}}?`;
}

/** The same without the beginning of a clause with another subject: "…, and profits grew by 40 per cent". */
export function clause(limit: number): string {
  const next =
    ',? (?:and|but|while|whereas|und|aber|während|wobei) |, (?:der|die|das(?! sind| ist| war| waren| entspricht)|the|its|their) ';
  return `(?:(?!${next})[^${figures}.;:()]){0,${limit}}?`;
}

/** The punctuation before a remark: a comma, a dash or a bracket. */
export const mark = '(?:, ?| [–—-] ?|—| ?[(\\[])';

/** Words of a list in any order and number. */
export function anyOf(list: string): string {
  return `(?:(?:${list.trim().split(/\s+/).join('|')}),? )*`;
}
