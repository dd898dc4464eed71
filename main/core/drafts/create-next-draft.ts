import type { CoverageJob } from '#shared/coverage/count-coverage.ts';
import { isForReviewer } from '#shared/domain/base/claim.ts';
import type { Draft, ImportFacts } from '#shared/domain/base/draft.ts';
import type { Placement } from '#shared/domain/base/placement.ts';
import type { Edit } from '#shared/domain/review/change.ts';
import { recordFormerWords } from '#shared/domain/review/placed-claims.ts';
import { getArticle, getNewestDraft, type Review } from '#shared/domain/review/review.ts';
import { type EditContext, makeCreateEdit, makeUpdateEdit } from '#shared/domain/review/step.ts';
import { listProposedEvidence } from '#shared/domain/sources/proposed-evidence-edits.ts';
import type { CarriedClaim, CarriedReview } from '#shared/drafts/carried-review.ts';
import { createDraft, createProposalEdits, createProposedEdits } from '#shared/drafts/create-draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import { type NewAnswer, type ReturnedReview, readReturned } from './read-returned.ts';
import { type NewClaims, selectNewClaims } from './select-new-claims.ts';

/** The next draft of an article as it will be: the preview shows it, and the draft is created from it. */
interface NextDraft extends ReturnedReview {
  /** The claims that its comments and annotations add to the review. */
  added: NewClaims;
}

/**
 * Plans the next draft of an article from a proposal and the review that was carried over to its text: takes out what came back from a
 * report of ours, then selects the claims that are new. `before` is the newest draft. `importedAnnotations` are those that came with
 * earlier drafts (see `listImportedAnnotations`).
 */
export function planNextDraft(
  review: Review,
  before: Draft,
  proposal: DraftProposal,
  carried: CarriedReview,
  importedAnnotations: readonly string[],
): NextDraft {
  const returned = readReturned(review, before, proposal, carried);
  const claims = returned.carried.claims;
  return {
    ...returned,
    added: selectNewClaims(review, returned.proposal.claims, claims, importedAnnotations),
  };
}

/** The job that counts the coverage of a next draft once it is added. `text` is its text with the language that it will have. */
export function createCoverageJob(
  review: Review,
  { carried, added }: NextDraft,
  text: DraftText,
  isSpotting: boolean,
): CoverageJob {
  return {
    draft: text,
    spottingLanguage: getArticle(review).language ?? text.language,
    claims: [...carried.claims, ...added.claims].flatMap(({ span }) => span ?? []),
    dismissals: carried.dismissals.map(({ span }) => span),
    isSpotting,
  };
}

/**
 * Creates a planned draft, and the edits that add it: its row, a placement for each claim that isn't retired, the
 * dismissals that still hold, and the claims and sources of the proposal itself. A changed annotation proposes further evidence of the
 * claim that it made before (see `createClaimFinder`). `sha256` is that of the text in UTF-8.
 * An accepted correction is done, so its claim loses it. A claim with an answer waits until the reviewer has looked at it.
 */
export function createNextDraft(
  review: Review,
  { proposal, carried, answers, added }: NextDraft,
  sha256: string,
  context: EditContext,
  facts: ImportFacts = { account: null, earlierComments: [] },
): { draft: Draft; edits: Edit[] } {
  const number = getNewestDraft(review).number + 1;
  const { claims, further } = added;
  const furtherEdits = further.flatMap(({ claimId, proposedEvidence }) =>
    createProposedEdits(proposedEvidence, claimId, context, listProposedEvidence(review, claimId).length),
  );
  const { draft, row } = createDraft(proposal, number, sha256, context, facts);
  const answered = new Set(
    answers.filter(({ answer }) => isForReviewer(answer)).map(({ claim }) => claim.id),
  );
  const placements = carried.claims.map((claim) => {
    const resolved = claim.resolved && !(claim.span && answered.has(claim.claimId));
    return createPlacement({ ...claim, resolved }, draft.id, context.newId);
  });
  const dismissals = carried.dismissals.flatMap(({ dismissalId, span }) => {
    const dismissal = review.dismissals.get(dismissalId);
    return dismissal ? [{ ...dismissal, id: context.newId(), draftId: draft.id, span }] : [];
  });
  return {
    draft,
    edits: [
      makeCreateEdit('drafts', row),
      ...placements.map((placement) => makeCreateEdit('placements', placement)),
      ...dismissals.map((dismissal) => makeCreateEdit('dismissals', dismissal)),
      ...createProposalEdits({ sources: proposal.sources, claims }, draft, context),
      ...furtherEdits,
      ...answers.flatMap((answer) => createAnswerEdit(answer, draft.id) ?? []),
    ],
  };
}

function createAnswerEdit({ claim, answer }: NewAnswer, draftId: string): Edit | null {
  return makeUpdateEdit('claims', claim, {
    answers: [...claim.answers, { draftId, ...answer }],
    ...(answer.correction?.outcome === 'accepted' && { correction: null }),
  });
}

function createPlacement(carried: CarriedClaim, draftId: string, newId: () => string): Placement {
  const { claimId, status, words, span, candidates, changes, resolved } = carried;
  return {
    id: newId(),
    claimId,
    draftId,
    span,
    status,
    candidates,
    resolved,
    changes: span ? changes : recordFormerWords(words),
  };
}
