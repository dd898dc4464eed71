import type { Draft } from '../../../domain/draft/draft';
import type { Review } from '../../../domain/review/review';
import { listAnnotationCandidates } from './annotation-candidates';
import type { ConfidentialTerm } from './confidential-term';
import { isIdentifying } from './is-identifying';
import { listCandidates, listPublicNames } from './term-candidates';

/**
 * Collects the identifying strings of a review's confidential sources and of annotations: whole values and parts of them. The certain one of two equal strings is kept, or else the first.
 */
export function collectConfidentialTerms(review: Review, draft: Draft): ConfidentialTerm[] {
  const sources = Array.from(review.sources.values());
  const publicNames = listPublicNames(sources);
  const terms = new Map<string, ConfidentialTerm>();
  const candidates = [
    ...sources
      .filter(({ confidential }) => confidential)
      .flatMap((source) => listCandidates(review, source, publicNames)),
    ...listAnnotationCandidates(review, draft, publicNames),
  ];
  for (const { term, minLength } of candidates) {
    const { text, level, isCapitalized = false, isRun = false, isAlwaysAsked = false, form = '' } = term;
    // The same word may be certain with a capital letter and possible without one, and its forms are found in their own ways.
    const key = `${isCapitalized ? '^' : ' '}${form} ${text}`;
    const existing = terms.get(key);
    if (existing && (existing.level === 'certain' || level === 'possible')) continue;
    if (!isRun && !isAlwaysAsked && !isIdentifying(text, minLength)) continue;
    terms.set(key, existing && !existing.isOfAuthor ? { ...term, isOfAuthor: undefined } : term);
  }
  return [...terms.values()];
}
