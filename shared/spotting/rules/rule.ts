import type { FoundFigure } from '#shared/reading/figure.ts';
import type { RuleLanguage } from '#shared/reading/lexicon/lexicons.ts';
import type { ReadSentence } from '#shared/reading/read-text.ts';
import type { SpotKind } from './spotted-span.ts';

/** A sentence in the form that the rules read. */
export interface RuleSentence extends ReadSentence {
  /** Null for a language without rules of its own: only figures, dates, quotations and names are found there. */
  language: RuleLanguage | null;
  /** The text of the draft, for the few rules that need more than tokens. */
  text: string;
  /** The figures, by the UTF-16 offset at which their numbers start. */
  figureAt: ReadonlyMap<number, FoundFigure>;
}

/** Tokens worth checking, [from, to). */
export interface Candidate {
  from: number;
  to: number;
  kind: SpotKind;
  reason: string;
  score: number;
}

/**
 * Finds the candidate that starts at, or lies around, the token with this index; null where there is none. A rule reads a limited
 * number of tokens around it, so that a sentence of any length takes linear time.
 */
export type Rule = (sentence: RuleSentence, index: number) => Candidate | null;
