import { wordClass as is } from '../../lexicon/word-class';
import { isOf, type Token } from '../../tokens/token';
import type { Candidate } from '../rule';

export function comparison(from: number, to: number, reason: string, worth: number): Candidate {
  return { from, to, kind: 'comparison', reason, worth };
}

/** Words that a comparison may leap over to its quantity: "rose again by", "up sharply to". */
export const maxGap = 3;

/** The index after "about" and the like. */
export function skipAbout(tokens: readonly Token[], at: number): number {
  return isOf(tokens[at], is.about) ? at + 1 : at;
}
