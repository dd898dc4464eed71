import type { FoundFigure } from '../../reading/figures/figure';
import type { RuleLanguage } from '../../reading/lexicon/lexicons';
import type { ReadSentence } from '../../reading/read-text';
import type { SpotKind } from '../spotted-span';

/** A sentence as the rules read it. */
export interface RuleSentence extends ReadSentence {
  /** Null for a language of which only figures, dates, quotations and names are found. */
  language: RuleLanguage | null;
  /** The text of the draft, for the few rules that look at more than tokens. */
  text: string;
  /** The figures by the UTF-16 offset at which their numbers start. */
  figureAt: ReadonlyMap<number, FoundFigure>;
}

/** Tokens worth checking: from `from` until before `to`. */
export interface Candidate {
  from: number;
  to: number;
  kind: SpotKind;
  reason: string;
  score: number;
}

/**
 * The candidate that starts or is centred at the token with this index; null where there is none. A rule looks at a limited number of tokens
 * around it, so that a sentence of any length takes linear time.
 */
export type Rule = (sentence: RuleSentence, index: number) => Candidate | null;
