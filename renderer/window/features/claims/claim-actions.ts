import { showStepNotice, undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { describeWayToClaim, getKeyName } from '#renderer/window/state/keys.ts';
import { getCoverage } from '#renderer/window/state/reading/coverage.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import type { OutlineClaim } from '#renderer/window/state/review/outline.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import {
  clearSelection,
  goToClaim,
  setCurrentClaim,
  setNewClaim,
  showNewClaims,
} from '#renderer/window/state/view/navigate.ts';
import { isPanelShown, showCardIfNarrow } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { describeSameVerdict, describeVerdictChange, type Verdict } from '#shared/domain/base/verdict.ts';
import { deleteClaim, markClaim, resizeClaim, splitClaim } from '#shared/domain/claims/claim-edits.ts';
import { createClaimMatcher } from '#shared/domain/claims/claim-filter.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { findReferrers } from '#shared/domain/review/review.ts';
import { listCreatedClaims } from '#shared/domain/review/step.ts';
import { getClaimKind, type SpottedSpan } from '#shared/spotting/rules/spotted-span.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';

/** The current claim; undefined if there is none or it is unplaced. */
function findCurrentClaim(session: Session): OutlineClaim | undefined {
  const { currentClaimId } = useReviewView.getState();
  return currentClaimId === null ? undefined : session.outlineById().get(currentClaimId);
}

export function findClaimOn(session: Session, span: Span): OutlineClaim | undefined {
  return session.outline().find((claim) => isSameSpan(claim.span, span));
}

export function deleteCurrentClaim(): void {
  const session = currentSession();
  const claim = session?.review.claims.get(useReviewView.getState().currentClaimId ?? '');
  const number = session && findCurrentClaim(session)?.number;
  const step = session && claim && deleteClaim(session.review, claim);
  if (!session || !step || !session.apply(step)) return;
  setCurrentClaim(null);
  focusMainArea();
  showStepNotice(session, number ? `Claim ${number} deleted.` : 'Claim deleted.', step.edits);
}

/**
 * Goes to the claim after (1) or before (-1) the current one or the selection, skipping claims that the list's filter hides.
 * After the last one, and before the first, it only clears the selection.
 */
export function goToAdjacentClaim(by: 1 | -1): void {
  const session = currentSession();
  if (!session) return;
  const { filter, selection } = useReviewView.getState();
  const current = findCurrentClaim(session);
  const matches = createClaimMatcher(filter, session);
  const claims = session.outline().filter((claim) => claim === current || matches(claim));
  const currentIndex = current ? claims.indexOf(current) : -1;
  const offset = selection?.start ?? (by === 1 ? 0 : session.draft.text.length);
  const indexAfter = claims.findIndex(({ span }) => span.start >= offset);
  const indexBefore = (indexAfter === -1 ? claims.length : indexAfter) - 1;
  const indexFromOffset = by === 1 ? indexAfter : indexBefore;
  const next = claims[currentIndex === -1 ? indexFromOffset : currentIndex + by];
  if (!next) {
    clearSelection();
    return;
  }
  goToClaim(next);
  showCardIfNarrow();
}

function createClaim(session: Session, span: Span, verdict: Verdict): void {
  const { step, claimId } = markClaim(session.draft, span, verdict, currentEditContext());
  if (session.apply(step)) setNewClaim(claimId);
}

/**
 * While a claim of a new draft is being attached, a selection is only for that: a notice says so. Returns whether a claim is being
 * attached.
 */
export function explainAttaching(): boolean {
  const { queue, selection } = useReviewView.getState();
  if (!queue?.isAttaching) return false;
  showNotice(
    selection
      ? `${describeAttachKey()} to attach the claim to the selected words first, or press Escape to go back to the queue.`
      : 'Select the words to attach the claim to, or press Escape to go back to the queue.',
  );
  return true;
}

function describeAttachKey(): string {
  const key = getKeyName('resize');
  return key ? `Press ${key}` : 'Press the button';
}

/** Marks the selection as a claim. If it is one already, that becomes the current claim. */
export function markSelection(): void {
  const session = currentSession();
  const { selection } = useReviewView.getState();
  if (!session || explainAttaching()) return;
  if (!selection) {
    showNotice('Select the words of the claim first.');
    return;
  }
  const existing = findClaimOn(session, selection);
  clearSelection();
  if (existing) setCurrentClaim(existing.claim.id);
  else createClaim(session, selection, 'unchecked');
}

export function resizeToSelection(): void {
  const session = currentSession();
  const { selection } = useReviewView.getState();
  const claim = session && findCurrentClaim(session);
  if (!session || !claim || !selection) {
    const key = getKeyName('resize');
    showNotice(
      `Go to a claim and select its new words${key ? `, then press ${key} to resize it` : ' first'}.`,
    );
    return;
  }
  clearSelection();
  const step = resizeClaim(claim.placement, selection);
  if (!step) showNotice(`Claim ${formatNumber(claim.number)} is on these words already.`);
  else session.apply(step);
}

/** The spotted words that a span touches and nobody looked at; those that are exactly the span before others. */
export function findSpotAt(span: Readonly<Span>): SpottedSpan | undefined {
  const touched = (getCoverage()?.outstandingSpots ?? []).filter(
    (spot) => spot.span.start < Math.max(span.end, span.start + 1) && spot.span.end > span.start,
  );
  const isSame = (spot: SpottedSpan) => spot.span.start === span.start && spot.span.end === span.end;
  return touched.find(isSame) ?? touched[0];
}

/** Makes a claim of spotted words, with its kind and who says it, and makes it the current one. */
export function markSpot(session: Session, spot: SpottedSpan): void {
  const { step, claimId } = markClaim(session.draft, spot.span, 'unchecked', currentEditContext(), {
    note: null,
    correction: null,
    claimant: spot.claimant,
    kind: getClaimKind(spot.kind),
  });
  clearSelection();
  if (session.apply(step)) setNewClaim(claimId);
}

/** Splits a claim into one for each sentence of its words, and offers to undo that. */
export function splitBySentence(session: Session, claimId: string): void {
  const { review, draft } = session;
  const placed = session.outlineById().get(claimId);
  if (!placed) return;
  const step = splitClaim(review, draft, placed, currentEditContext());
  if (!step) {
    showNotice(
      placed.claim.correction === null
        ? 'This claim has one sentence only.'
        : 'Nothing was split: “Change to” replaces all words of this claim. Clear it first.',
    );
    return;
  }
  if (!session.apply(step)) return;
  const claimIds = [claimId, ...listCreatedClaims(step)];
  showNewClaims(claimIds);
  showNotice(`Split into ${formatCount(claimIds.length, 'claim')}, one for each sentence.`, undoAction);
}

/** Sets the verdict on a claim and makes it the current one. False when nothing changed. */
export function setClaimVerdict(claimId: string, verdict: Verdict): boolean {
  const session = currentSession();
  const claim = session?.review.claims.get(claimId);
  if (!session || !claim) return false;
  setCurrentClaim(claimId);
  const step = setVerdict(session.review, session.draft, claim, verdict, currentEditContext());
  return step !== null && session.apply(step);
}

/**
 * Sets the verdict on a claim by a key, which may have been pressed by mistake: what replaces an earlier verdict is named, with Undo, and
 * so is a key that changes nothing.
 */
function setVerdictByKey(session: Session, { claim, number }: OutlineClaim, verdict: Verdict): void {
  const before = claim.verdict;
  const isChanged = setClaimVerdict(claim.id, verdict);
  if (before === verdict) {
    if (!isChanged) showNotice(describeSameVerdict(number, verdict));
  } else if (isChanged && before !== 'unchecked')
    showStepNotice(session, `${describeVerdictChange(number, before, verdict)}.`);
}

/**
 * Sets the verdict on the selection, which becomes a claim if it is none, or else on the current claim. A key may have been
 * pressed by mistake; a button names its verdict.
 */
export function setCurrentVerdict(verdict: Verdict, isByKey = false): void {
  const session = currentSession();
  if (!session || explainAttaching()) return;
  const { selection } = useReviewView.getState();
  const claim = selection ? findClaimOn(session, selection) : findCurrentClaim(session);
  if (claim && !selection && isCardOnOtherSource(session, claim.claim.id))
    showNotice(`The card shows a source. Close it with Escape to judge claim ${claim.number}.`);
  else if (claim) {
    clearSelection();
    if (isByKey) setVerdictByKey(session, claim, verdict);
    else setClaimVerdict(claim.claim.id, verdict);
  } else if (selection) {
    clearSelection();
    createClaim(session, selection, verdict);
  } else showNotice(describeMissingTarget(session));
}

/** Whether the card shows a source that is not evidence for the claim: the verdict may then be meant for the source. */
function isCardOnOtherSource({ review }: Session, claimId: string): boolean {
  const { card } = useReviewView.getState();
  if ((card.show !== 'source' && card.show !== 'editSource') || !isPanelShown('card')) return false;
  const evidence = findReferrers(review, `claims/${claimId}`, 'evidence');
  return review.sources.has(card.sourceId) && !evidence.some(({ sourceId }) => sourceId === card.sourceId);
}

/** Why there is nothing to set a verdict on, and what to do. */
function describeMissingTarget(session: Session): string {
  const { currentClaimId, queue } = useReviewView.getState();
  const unplaced = session.unplaced().find(({ claim }) => claim.id === currentClaimId);
  if (!unplaced) return `To set a verdict, select words or go to a claim ${describeWayToClaim()}.`;
  const queueKey = getKeyName('reviewQueue');
  const attachKey = getKeyName('resize');
  const hasCandidates = unplaced.placement.candidates.length > 0;
  const attach = hasCandidates ? 'Choose one of its possible places, or attach' : 'Attach';
  return [
    `This claim has no place in draft ${session.draft.number}, so it can’t be judged.`,
    ...(queue ? [] : [queueKey ? `Press ${queueKey} first.` : 'Press “Review” first.']),
    `${attach} it elsewhere${attachKey ? ` with ${attachKey}` : ''}, or retire it with Backspace.`,
  ].join(' ');
}
