import type { Review } from '../../domain/review/review';
import { isIdentifying } from './is-identifying';
import { listCandidates, listPublicNames } from './term-candidates';

/** A string that no report may contain, unless an allowance says so. */
export interface ConfidentialTerm {
  text: string;
  /** Description of the term that does not contain it: `the title of a confidential source`. */
  description: string;
  /**
   * Whether the term may be repeated anywhere as soon as the article or a public source contains it: an organization, a few
   * words, a page. All other terms may occur in those places alone, because a note that repeats a person's name can reveal
   * who the source is.
   */
  canRepeatIfPublic?: true;
  /**
   * How often the term may occur in a printed file: in its text, in what is repeated on each page, and whether it may occur
   * in the file's properties. Without an allowance it may not occur at all.
   */
  allowance?: { inText: number; onEachPage: number; inProperties: boolean };
}

/** Collects the identifying strings of a review's confidential sources. The first of two equal strings is kept. */
export function collectConfidentialTerms(review: Review): ConfidentialTerm[] {
  const sources = Array.from(review.sources.values());
  const publicNames = listPublicNames(sources);
  const candidates = sources
    .filter(({ confidential }) => confidential)
    .flatMap((source) => listCandidates(review, source, publicNames));
  const terms = new Map<string, ConfidentialTerm>();
  for (const { text, description, minLength, canRepeatIfPublic = false } of candidates)
    if (!terms.has(text) && isIdentifying(text, minLength))
      terms.set(text, { text, description, ...(canRepeatIfPublic && { canRepeatIfPublic }) });
  return [...terms.values()];
}
