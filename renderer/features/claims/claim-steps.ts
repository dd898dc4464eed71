import { deleteClaim, markClaim, resizeClaim, setVerdict } from '../../../shared/domain/claims/claim-edits';
import { matchesFilter } from '../../../shared/domain/claims/claim-filter';
import { referringTo } from '../../../shared/domain/review/review';
import type { Verdict } from '../../../shared/domain/verdict';
import { type Span, sameSpan } from '../../../shared/text/span';
import { focusHome } from '../../state/focus';
import { mention } from '../../state/notices';
import { isShown } from '../../state/reading/panels';
import { factsNow } from '../../state/review/facts';
import { currentSession } from '../../state/review/open-review';
import type { ShownClaim } from '../../state/review/outline';
import { dropSelection, goToClaim, pickClaim, useReviewView } from '../../state/review/review-view';
import { withReviewer } from '../../state/review/reviewer';
import type { Session } from '../../state/review/session';

function currentClaim(session: Session): ShownClaim | undefined {
  const { current } = useReviewView.getState();
  return current === null ? undefined : session.shownById().get(current);
}

/** A claim that holds exactly these words already. */
export function claimOn(session: Session, span: Span): ShownClaim | undefined {
  return session.shown().find((claim) => sameSpan(claim.span, span));
}

/** Marks words as a claim and makes it the current one. */
function mark(session: Session, span: Span, verdict: Verdict): void {
  const { step, claimId } = markClaim(session.draft, span, verdict, factsNow());
  if (session.apply(step)) pickClaim(claimId);
}

/** While a claim of a new draft is being attached, selected words are for that alone: says so. */
function isAttaching(): boolean {
  const { queue, selection } = useReviewView.getState();
  if (!queue?.attaching) return false;
  mention(
    selection
      ? 'Press R to attach the claim to the selected words first, or Escape to go back to the queue.'
      : 'Select the words on which the claim stands now, or press Escape to go back to the queue.',
  );
  return true;
}

/** Marks the selected words as a claim; words that are one already become the current claim. */
export function markSelection(): void {
  const session = currentSession();
  const { selection } = useReviewView.getState();
  if (!session || isAttaching()) return;
  if (!selection) {
    mention('Select the words of the claim first.');
    return;
  }
  const there = claimOn(session, selection);
  dropSelection();
  if (there) pickClaim(there.claim.id);
  else mark(session, selection, 'unchecked');
}

/** Sets the verdict on one claim, and makes it the current one. */
export function judge(claimId: string, verdict: Verdict): void {
  const session = currentSession();
  if (!session) return;
  withReviewer(verdict, () => {
    const claim = session.review.claims.get(claimId);
    if (!claim) return;
    pickClaim(claimId);
    session.apply(setVerdict(session.review, session.draft, claim, verdict, factsNow()));
  });
}

/** Whether the card shows a source that the claim does not rest on. A verdict given then may be meant for the source. */
function isBesideSource({ review }: Session, claimId: string): boolean {
  const { card } = useReviewView.getState();
  if ((card.show !== 'source' && card.show !== 'editSource') || !isShown('card')) return false;
  const ties = referringTo(review, `claims/${claimId}`, 'evidence');
  return review.sources.has(card.sourceId) && !ties.some(({ sourceId }) => sourceId === card.sourceId);
}

/** Why a verdict has nothing to be set on, and what to do. */
function whyNoVerdict(session: Session): string {
  const { current, queue } = useReviewView.getState();
  const waiting = session.waiting().find(({ claim }) => claim.id === current);
  if (!waiting) return 'Select words, or go to a claim with J and K, to give a verdict.';
  const choose = waiting.placement.candidates.length > 0 ? 'Choose one of its places, or attach' : 'Attach';
  const ways = `${choose} it elsewhere with R, or let it go with Backspace.`;
  return `This claim has no place in draft ${session.draft.number}, so it can’t be judged. ${queue ? ways : `Press Q first. ${ways}`}`;
}

/** Sets the verdict: on the selected words, which become a claim if they are none, or else on the current claim. */
export function giveVerdict(verdict: Verdict): void {
  const session = currentSession();
  if (!session || isAttaching()) return;
  const { selection } = useReviewView.getState();
  const there = selection ? claimOn(session, selection) : currentClaim(session);
  if (there && !selection && isBesideSource(session, there.claim.id))
    mention(`The card shows a source. Close it with Escape to judge claim ${there.number}.`);
  else if (there) {
    dropSelection();
    judge(there.claim.id, verdict);
  } else if (selection)
    withReviewer(verdict, () => {
      dropSelection();
      mark(session, selection, verdict);
    });
  else mention(whyNoVerdict(session));
}

/** Moves the current claim to the selected words. */
export function resizeToSelection(): void {
  const session = currentSession();
  const { selection } = useReviewView.getState();
  const claim = session && currentClaim(session);
  if (!session || !claim || !selection) {
    mention('Go to a claim and select its new words, then press R to resize it.');
    return;
  }
  dropSelection();
  session.apply(resizeClaim(claim.placement, selection));
}

/** Deletes the current claim, and offers to take that back. */
export function deleteCurrentClaim(undo: () => void): void {
  const session = currentSession();
  const claim = session?.review.claims.get(useReviewView.getState().current ?? '');
  const number = session && currentClaim(session)?.number;
  if (!session || !claim || !session.apply(deleteClaim(session.review, claim))) return;
  pickClaim(null);
  focusHome();
  mention(number ? `Claim ${number} deleted.` : 'Claim deleted.', { label: 'Undo', run: undo });
}

/** Goes to the claim after (1) or before (-1) the current one or the selected words, among those that the list shows. */
export function goToNeighbour(by: 1 | -1): void {
  const session = currentSession();
  if (!session) return;
  const { filter, selection } = useReviewView.getState();
  const current = currentClaim(session);
  const rows = session.shown().filter((claim) => claim === current || matchesFilter(claim, filter));
  const at = current ? rows.indexOf(current) : -1;
  const from = selection?.start ?? (by === 1 ? 0 : session.draft.text.length);
  const ahead = rows.findIndex(({ span }) => span.start >= from);
  const start = by === 1 ? ahead : (ahead === -1 ? rows.length : ahead) - 1;
  const next = rows[at === -1 ? start : at + by];
  if (next) goToClaim(next);
  else dropSelection();
}
