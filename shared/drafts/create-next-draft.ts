import { isForReviewer } from '../domain/answer';
import { recordFormerWords } from '../domain/claims/retired-claims';
import type { Draft, ImportFacts } from '../domain/draft/draft';
import type { Placement } from '../domain/draft/placement';
import type { Edit } from '../domain/history/change';
import { makeCreateEdit, makeUpdateEdit } from '../domain/history/make-edits';
import type { EditContext } from '../domain/history/step';
import { getNewestDraft, type Review } from '../domain/review/review';
import { listProposedEvidence } from '../domain/sources/proposed-evidence-edits';
import type { DraftProposal, ProposedClaim } from '../import/proposal';
import type { CarriedClaim, CarriedReview } from './carried-review';
import { createDraft, createProposalEdits, createProposedEdits } from './create-draft';
import type { NewAnswer } from './returned/read-returned';
import { selectNewClaims } from './select-new-claims';

/** The parts of a next draft that the importer and the drafts before it leave beside its text. */
export interface NextDraftFacts extends Pick<ImportFacts, 'earlierComments'> {
  /** Creates the account of the import from the claims that are new to the article. */
  createAccount: (added: readonly ProposedClaim[]) => ImportFacts['account'];
  /** The author's answers in a Word report that came back (`readReturned`, whose proposal and carried review are used then). */
  answers?: readonly NewAnswer[];
}

/**
 * Creates the next draft of an article, and the edits that add it: its row, a placement for each claim that isn't retired, the
 * dismissals that still hold, and the claims and sources of the proposal itself. A changed annotation proposes further evidence of the
 * claim that it made before (see `createClaimFinder`). `sha256` is that of the text in UTF-8.
 * An accepted correction is done, so its claim loses it. A claim with an answer waits until the reviewer has looked at it.
 * `importedAnnotations` are those that came with earlier drafts (see `listImportedAnnotations`). `facts` are those of the import.
 */
export function createNextDraft(
  review: Review,
  proposal: DraftProposal,
  sha256: string,
  carried: CarriedReview,
  context: EditContext,
  importedAnnotations: readonly string[],
  { createAccount, earlierComments, answers = [] }: NextDraftFacts = {
    createAccount: () => null,
    earlierComments: [],
  },
): { draft: Draft; edits: Edit[] } {
  const number = getNewestDraft(review).number + 1;
  const { claims, further } = selectNewClaims(review, proposal.claims, carried.claims, importedAnnotations);
  const furtherEdits = further.flatMap(({ claimId, proposedEvidence }) =>
    createProposedEdits(proposedEvidence, claimId, context, listProposedEvidence(review, claimId).length),
  );
  const facts = { account: createAccount(claims), earlierComments };
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
    ...{ id: newId(), claimId, draftId, span, status, candidates, resolved },
    changes: span ? changes : recordFormerWords(words),
  };
}
