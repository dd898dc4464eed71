import type { Draft } from '../../domain/draft/draft';
import { findReferrers, type Review } from '../../domain/review/review';
import type { ClaimStatus } from '../../domain/verdict';
import { listClaimLines } from '../../references/claim-as-text';
import { leaveOutAuthorNotes } from '../model/author-notes';
import { type DraftClaims, listDraftClaims } from '../model/draft-claims';
import { createPublicTextCheck } from './already-public';
import { listDatedPlaces } from './find-dated-places';
import type { Leak } from './leak';
import { prepareLeakSearch } from './leak-search';
import { listSourceTexts } from './list-source-texts';
import { redactedText, redactReview } from './redact-review';
import { collectConfidentialTerms } from './terms/confidential-terms';
import { listCopiedStrings, type TypedString } from './terms/typed-strings';

/** Filters the claims of a draft by an id. */
function filterClaims({ placed, unplaced }: DraftClaims, claimId: string): DraftClaims {
  const hasId = ({ claim }: { claim: { id: string } }) => claim.id === claimId;
  return { placed: placed.filter(hasId), unplaced: unplaced.filter(hasId) };
}

/** Lists what was typed about the sources of a claim that may be named, under the names that `listClaimLines` gives them. */
function listClaimStrings(review: Review, claimId: string): TypedString[] {
  return findReferrers(review, `claims/${claimId}`, 'evidence').flatMap((evidence, index) => {
    const source = review.sources.get(evidence.sourceId);
    if (!source || source.confidential) return [];
    const owner = `source ${index + 1} of the claim`;
    return listCopiedStrings(source, evidence, owner);
  });
}

/**
 * Finds what is confidential, or may be, in the text of a claim that is copied (`formatClaimAsText`), by the rules of a report:
 * what the article or a public source says may be copied. Empty when the text may be copied.
 */
export function findLeaksInClaim(
  review: Review,
  draft: Draft,
  claimId: string,
  words: string,
  status: ClaimStatus,
): Leak[] {
  const terms = collectConfidentialTerms(review, draft);
  if (terms.length === 0) return [];
  const listParts = (...claim: Parameters<typeof listClaimLines>) =>
    listClaimLines(...claim).map((line) => ({ ...line, isVisible: true }));
  const shown = leaveOutAuthorNotes(review, draft);
  const search = prepareLeakSearch({
    terms,
    articleTexts: [shown.text],
    typedStrings: listClaimStrings(review, claimId),
    datedPlaces: listDatedPlaces(review),
    listSourceTexts: () => listSourceTexts(review),
    redact: (secret) => ({
      listChangedTexts: () => null,
      // Only when something was found, because the claims of a long article take a while to list.
      render() {
        const claims = filterClaims(listDraftClaims(review, draft), claimId);
        const isPublic = createPublicTextCheck(secret, shown, claims);
        const allowedWords = isPublic({ id: claimId }, 'words') ? words : redactedText;
        return listParts(redactReview(review, isPublic), claimId, allowedWords, status);
      },
    }),
    getClaimId: () => claimId,
    isWrittenAs: null,
    ownTexts: { head: [], body: '' },
  });
  return search(listParts(review, claimId, words, status)).leaks;
}
