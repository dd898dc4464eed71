import type { Draft } from '../../domain/draft';
import type { Review } from '../../domain/review/review';
import type { Standing } from '../../domain/verdict';
import { claimLines } from '../../references/claim-as-text';
import { type DraftClaims, draftClaims } from '../model/draft-claims';
import { articleSays } from './already-public';
import { secretsOf } from './confidential-terms';
import { searchFor } from './find-leaks';
import { leaksBeside } from './leak-allowances';
import { withoutConfidence } from './redact-review';

/** The claim alone, as the draft has it. */
function onlyClaim({ placed, unplaced }: DraftClaims, claimId: string): DraftClaims {
  const isIt = ({ claim }: { claim: { id: string } }) => claim.id === claimId;
  return { placed: placed.filter(isIt), unplaced: unplaced.filter(isIt) };
}

/**
 * Searches a claim's text (`claimInWords`) for confidential strings, by the rules of a report: what the article or a public
 * source says may be told. Returns a sentence for each part that gives something away; empty when the text may be copied.
 */
export function leaksInClaim(
  review: Review,
  draft: Draft,
  claimId: string,
  words: string,
  standing: Standing,
): string[] {
  const found = searchFor(secretsOf(review), claimLines(review, claimId, words, standing));
  if (found.size === 0) return [];
  const secrets = [...found.keys()];
  const claims = onlyClaim(draftClaims(review, draft), claimId);
  const saysNoMore = articleSays(secrets, draft, claims);
  const tellsWords = saysNoMore({ id: claimId }, 'words');
  const clean = withoutConfidence(review, saysNoMore);
  const rightly = searchFor(secrets, claimLines(clean, claimId, tellsWords ? words : '–', standing));
  return leaksBeside(found, rightly);
}
