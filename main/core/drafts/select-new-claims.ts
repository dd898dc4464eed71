import type { ProposedEvidence } from '#shared/domain/base/evidence.ts';
import type { Change } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { listProposedEvidence, toSourceFields } from '#shared/domain/sources/proposed-evidence-edits.ts';
import type { CarriedClaim } from '#shared/drafts/carried-review.ts';
import { getAnnotationKey } from '#shared/import/base/annotation.ts';
import type { ProposedClaim } from '#shared/import/base/proposal.ts';

/**
 * Creates the function that finds the claim to which a changed annotation of the author belongs: the one on exactly the same words that an
 * annotation of the same commenter, or another note, made in an earlier draft. That annotation must not come again: several annotations on
 * the same words are several claims. Each claim is found once; null for none. `incoming` are all claims of the new draft's proposal.
 */
function createClaimFinder(
  review: Review,
  carried: readonly CarriedClaim[],
  incoming: readonly ProposedClaim[],
): (claim: ProposedClaim) => string | null {
  const comingKeys = new Set(
    incoming.flatMap(({ proposedEvidence: [first] }) =>
      first ? [getAnnotationKey(first.annotation.text)] : [],
    ),
  );
  const open = carried.flatMap(({ claimId, span }) => {
    const known = listProposedEvidence(review, claimId);
    const comesAgain = known.some(({ annotation }) => comingKeys.has(getAnnotationKey(annotation.text)));
    const [first] = known;
    return span && first && !comesAgain ? [{ claimId, span, by: first.annotation.by }] : [];
  });
  return ({ span, note, proposedEvidence: [first] }) => {
    // An editor wrote in this thread as well: that is the note of a claim of its own.
    if (!first || note !== null) return null;
    const index = open.findIndex(
      ({ span: own, by }) => own.start === span.start && own.end === span.end && by === first.annotation.by,
    );
    const [found] = index === -1 ? [] : open.splice(index, 1);
    return found?.claimId ?? null;
  };
}

type Proposed = ProposedClaim['proposedEvidence'][number];

/**
 * Lists the annotations that came with the drafts of an article, one for each claim that they made or added to: the notes of
 * claims, and the words of authors' annotations. Imports that were undone count as if they had never been. The changes must
 * be the article's whole history.
 */
export function listImportedAnnotations(
  changes: readonly Change[],
  { drafts }: Pick<Review, 'drafts'>,
): string[] {
  /** By change and claim, because a later draft can bring a further annotation of the same claim. */
  const textByClaim = new Map<string, string>();
  for (const { id: changeId, action, edits } of changes) {
    if (action !== 'article.open' && action !== 'draft.import') continue;
    const isUndone = edits.some((edit) => edit.table === 'drafts' && !drafts.has(edit.id));
    if (isUndone) continue;
    for (const edit of edits) {
      if (!('create' in edit)) continue;
      const { note, claimId, annotation } = edit.create;
      if (edit.table === 'claims' && typeof note === 'string')
        textByClaim.set(`${changeId} ${edit.id}`, note);
      // An author's annotation is whole here, while the claim's note holds only what editors wrote.
      const text = edit.table === 'proposedEvidence' ? readText(annotation) : null;
      if (text !== null && typeof claimId === 'string') textByClaim.set(`${changeId} ${claimId}`, text);
    }
  }
  return [...textByClaim.values()];
}

function readText(annotation: unknown): string | null {
  if (typeof annotation !== 'object' || annotation === null || !('text' in annotation)) return null;
  return typeof annotation.text === 'string' ? annotation.text : null;
}

/**
 * Creates the function that returns a proposed claim as it is new to the review. An annotation that came with an earlier draft
 * adds no second claim, whatever became of the first one: null. An annotation that was changed
 * does not propose again what was proposed on the same words before, so that declined evidence does not return.
 */
function createAnnotationFilter(
  review: Review,
  carried: readonly CarriedClaim[],
  importedAnnotations: readonly string[],
): (claim: ProposedClaim) => ProposedClaim | null {
  const knownKeys = importedAnnotations.map(getAnnotationKey);
  /** Each known annotation stands for one claim. */
  const takeKnown = (text: string | null): boolean => {
    const index = text === null ? -1 : knownKeys.indexOf(getAnnotationKey(text));
    if (index !== -1) knownKeys.splice(index, 1);
    return index !== -1;
  };
  return (claim) => {
    const [first] = claim.proposedEvidence;
    if (takeKnown(first?.annotation.text ?? claim.note)) return null;
    if (!first) return claim;
    const added = leaveOutKnown(review, carried, claim);
    // Only what an editor answered was new in an earlier draft, so that draft's claim has the answer alone.
    return added.proposedEvidence.length === 0 && takeKnown(added.note) ? null : added;
  };
}

function leaveOutKnown(
  review: Review,
  carried: readonly CarriedClaim[],
  claim: ProposedClaim,
): ProposedClaim {
  const { start, end } = claim.span;
  const known = carried
    .filter(({ span }) => span && span.start < end && start < span.end)
    .flatMap(({ claimId }) => listProposedEvidence(review, claimId));
  const added = claim.proposedEvidence.filter((proposed) => !known.some((one) => isSame(one, proposed)));
  const [first] = claim.proposedEvidence;
  if (added.length > 0 || claim.note !== null || !first) return { ...claim, proposedEvidence: added };
  // Nothing in it is new but its words, which somebody has to look at.
  return { ...claim, proposedEvidence: [{ ...first, source: null, locator: null, quote: null }] };
}

/** Whether the same place in the same source was proposed. */
function isSame(known: ProposedEvidence, proposed: Proposed): boolean {
  const [a, b] = [toSourceFields(known), toSourceFields(proposed)];
  return (
    a !== null &&
    b !== null &&
    a.url === b.url &&
    a.title === b.title &&
    a.contact === b.contact &&
    known.locator === proposed.locator
  );
}

/** The claims of a proposal, and the evidence it proposes, as far as they are new to a review. */
export interface NewClaims {
  /** The claims that are new to it. */
  claims: ProposedClaim[];
  /** Evidence that changed annotations propose on claims of the review. */
  further: { claimId: string; proposedEvidence: ProposedClaim['proposedEvidence'] }[];
}

/** Selects what is new to a review in the claims of its next draft. `importedAnnotations` are those that came with earlier drafts. */
export function selectNewClaims(
  review: Review,
  proposed: readonly ProposedClaim[],
  carried: readonly CarriedClaim[],
  importedAnnotations: readonly string[],
): NewClaims {
  const selectNew = createAnnotationFilter(review, carried, importedAnnotations);
  const findClaim = createClaimFinder(review, carried, proposed);
  const added: NewClaims = { claims: [], further: [] };
  for (const claim of proposed.flatMap((one) => selectNew(one) ?? [])) {
    const claimId = findClaim(claim);
    if (claimId === null) added.claims.push(claim);
    else added.further.push({ claimId, proposedEvidence: claim.proposedEvidence });
  }
  return added;
}
