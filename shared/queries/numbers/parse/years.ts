import { findAll } from './find-all';

const fullYear = /(?<![\p{L}\p{N}.,])(?:19|20)\d\d(?![\p{L}\p{N}]|[.,]\d)/gu;

/** The years that a text names, in order: those of four digits from 1900. */
export function findYears(text: string): number[] {
  return findAll(fullYear, text).map(([year]) => Number(year));
}
