import { wordClass as is } from '#shared/reading/lexicon/word-class.ts';
import { isOf, type Token } from '#shared/reading/tokens.ts';
import type { Candidate } from './rule.ts';

export function ranking(from: number, to: number, score: number, reason = 'A superlative'): Candidate {
  return { from, to, kind: 'superlative', reason, score };
}

/** The longest phrase behind a superlative, in tokens. */
const maxPhrase = 3;

/** Finds the index after the noun phrase behind a superlative: "the largest share sale". */
export function withNoun(tokens: readonly Token[], at: number): number {
  let to = at;
  for (; to < at + maxPhrase; to += 1) {
    const token = tokens[to];
    const isPart =
      token?.type === 'word' && !isOf(token, is.functionWord | is.saying | is.auxiliary | is.change);
    // A name ends the phrase: "the top-ranked Ada Smith".
    if (!isPart || (to > at && tokens[to - 1]?.isCapital && !token.isCapital)) break;
  }
  return to;
}
