import type { Draft } from '../../domain/draft';
import type { Review } from '../../domain/review/review';
import type { ClaimStatus } from '../../domain/verdict';
import { listClaimLines } from '../../references/claim-as-text';
import { type DraftClaims, listDraftClaims } from '../model/draft-claims';
import { createPublicTextCheck } from './already-public';
import { collectConfidentialTerms } from './confidential-terms';
import { countTerms } from './count-terms';
import { findExcessLeaks } from './leak-allowances';
import { redactedText, redactReview } from './redact-review';

/** Filters the claims of a draft by an id. */
function filterClaims({ placed, unplaced }: DraftClaims, claimId: string): DraftClaims {
  const hasId = ({ claim }: { claim: { id: string } }) => claim.id === claimId;
  return { placed: placed.filter(hasId), unplaced: unplaced.filter(hasId) };
}

/**
 * Finds confidential terms in the text of a claim that is copied (`formatClaimAsText`), by the rules of a report: what the
 * article or a public source says may be copied. Returns a sentence for each part that reveals something; empty when the
 * text may be copied.
 */
export function findLeaksInClaim(
  review: Review,
  draft: Draft,
  claimId: string,
  words: string,
  status: ClaimStatus,
): string[] {
  const counts = countTerms(collectConfidentialTerms(review), listClaimLines(review, claimId, words, status));
  if (counts.size === 0) return [];
  const terms = [...counts.keys()];
  const claims = filterClaims(listDraftClaims(review, draft), claimId);
  const isPublic = createPublicTextCheck(terms, draft, claims);
  const allowedWords = isPublic({ id: claimId }, 'words') ? words : redactedText;
  const redacted = redactReview(review, isPublic);
  const allowed = countTerms(terms, listClaimLines(redacted, claimId, allowedWords, status));
  return findExcessLeaks(counts, allowed);
}
