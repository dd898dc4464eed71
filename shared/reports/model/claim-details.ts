import type { Claim } from '../../domain/claim';
import { assessEvidence } from '../../domain/claims/evidence-gaps';
import { getRefusal } from '../../domain/claims/refused-correction';
import type { ReportOptions } from '../../domain/report-options';
import type { Review } from '../../domain/review/review';
import { listTagsOfClaim } from '../../domain/tags/tag-edits';
import type { ClaimInDraft, UnplacedClaim } from './draft-claims';
import { listNameableReasons, type NumberedSources } from './numbered-sources';
import type { ClaimDetails, ReportJudgement, UnplacedGroup } from './report-claim';

/** A claim of a draft, with or without a place. */
export type AnyClaim = Pick<ClaimInDraft, 'claim' | 'status'>;

/** Everything that a claim's details are built from, beside the claim. */
interface DetailsContext {
  review: Review;
  /** The draft of the report. */
  draft: { id: string; number: number };
  sources: NumberedSources;
  options: ReportOptions;
}

function buildJudgement(judged: Claim['judged'], isPublic: boolean): ReportJudgement | null {
  if (!judged || (isPublic && judged.by === null)) return null;
  return { by: judged.by, at: isPublic ? null : judged.at };
}

/** Builds what a report says about a claim. `words` are those that it marks, or marked before it lost its place. */
export function buildClaimDetails(
  { claim, status, recheck = [], changes = [] }: AnyClaim & Partial<ClaimInDraft>,
  words: string,
  { review, draft, sources, options }: DetailsContext,
): ClaimDetails {
  const isPublic = options.reader === 'public';
  const refusal = getRefusal(review, claim, draft);
  // Whoever verifies the words that the author kept does not insist.
  const isRefused = refusal === 'refused' || (refusal === 'insisted' && status === 'verified');
  const { id, createdAt, verdict, judged, note, correction, claimant, kind } = claim;
  return {
    ...{ id, createdAt, words, status, verdict, changes },
    recheck: listNameableReasons(review, claim, recheck, options.reader),
    unreliableSources: recheck.includes('source') ? sources.listUnreliable(claim) : [],
    judged: buildJudgement(judged, isPublic),
    note: options.notes ? note : null,
    ...{ correction, claimant, kind },
    tags: isPublic ? [] : listTagsOfClaim(review, claim).map(({ name, color }) => ({ name, color })),
    isCorrectionRefused: !isPublic && isRefused,
    evidence: sources.listEvidence(claim.id),
    isEvidenceUnseen: !isPublic && assessEvidence(review, claim.id).gaps.includes('unseenOnly'),
    hasNamedEvidenceOnly: isPublic,
    acceptedRisks: sources.listAcceptedRisks(claim),
  };
}

/** Groups claims that lost their place in the same draft for the same reason. The claims must be sorted by both. */
export function groupUnplacedClaims(
  claims: readonly UnplacedClaim[],
  toDetails: (claim: UnplacedClaim) => ClaimDetails,
): UnplacedGroup[] {
  const groups: UnplacedGroup[] = [];
  for (const claim of claims) {
    const { state, draftNumber } = claim;
    const last = groups.at(-1);
    if (last?.state === state && last.draftNumber === draftNumber) last.claims.push(toDetails(claim));
    else groups.push({ state, draftNumber, claims: [toDetails(claim)] });
  }
  return groups;
}
