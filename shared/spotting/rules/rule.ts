import type { RuleLanguage } from '../lexicon/lexicons';
import type { SpotKind } from '../spotted-span';
import type { Token } from '../token';

/** A sentence as the rules read it. */
export interface ReadSentence {
  tokens: readonly Token[];
  /** Null for a language of which only figures, dates, quotations and names are found. */
  language: RuleLanguage | null;
  /** The text of the draft, for the few rules that look at more than tokens. */
  text: string;
}

/** Tokens worth checking: from `from` until before `to`. */
export interface Candidate {
  from: number;
  to: number;
  kind: SpotKind;
  reason: string;
  worth: number;
}

/**
 * The candidate that starts or is centred at the token with this index; null where there is none. A rule looks at a limited number of tokens
 * around it, so that a sentence of any length takes linear time.
 */
export type Rule = (sentence: ReadSentence, index: number) => Candidate | null;
