import type { Strip } from './strips';

/** The words of strips on one line, with single spaces. */
export function textOfStrips(strips: readonly Strip[]): string {
  return strips
    .map(({ pieces }) => pieces.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
