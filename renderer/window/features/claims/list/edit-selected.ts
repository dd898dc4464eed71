import { showStepNotice, undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import {
  clearSelectedClaims,
  getSelectedClaims,
  listSelectedClaims,
} from '#renderer/window/state/view/selected-claims.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import { type Stance, stanceLabels } from '#shared/domain/base/evidence.ts';
import type { Tag } from '#shared/domain/base/tag.ts';
import { statusLooks, type Verdict } from '#shared/domain/base/verdict.ts';
import { attachToSeveral, deleteClaim, editClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { setTag } from '#shared/domain/claims/tag-edits.ts';
import { joinSteps, type Step } from '#shared/domain/review/step.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { isolate } from '#shared/text/format/wording.ts';

/* Actions on the claims that are selected in the list: each is one step, on exactly these claims. */

/** Applies a step and says how many claims it changed; a step that changes nothing says so. */
function applyToSelected(session: Session, step: Step | null, describe: string): boolean {
  if (!session.apply(step)) return false;
  if (!step) showNotice(`Nothing was changed: ${describe} already.`);
  else {
    const claimIds = step.edits.flatMap(({ table, id, ...edit }) => {
      if (table === 'claims') return [id];
      return table === 'evidence' && 'create' in edit ? [String(edit.create.claimId)] : [];
    });
    // A verdict may only settle the place of a claim.
    const count = formatCount(new Set(claimIds).size || step.edits.length, 'claim');
    showNotice(`${count}: ${describe}.`, undoAction);
  }
  return true;
}

/** Sets the verdict on the selected claims. Those without a place can't be judged and stay as they are. */
export function judgeSelected(session: Session, verdict: Verdict): void {
  const listed = listSelectedClaims(session);
  const placed = listed.filter(({ span }) => span !== null).map(({ claim }) => claim);
  const unplaced = listed.length - placed.length;
  const { review, draft } = session;
  const context = currentEditContext();
  const step = joinSteps(placed.map((claim) => setVerdict(review, draft, claim, verdict, context)));
  const leftOut = unplaced === 0 ? '' : `, ${formatCount(unplaced, 'claim')} without a place left as before`;
  applyToSelected(session, step, statusLooks[verdict].inSentence + leftOut);
}

export function setKindOfSelected(session: Session, kind: Claim['kind']): void {
  const step = joinSteps(getSelectedClaims(session).map((claim) => editClaim(claim, { kind })));
  applyToSelected(session, step, kind === null ? 'no kind' : `kind “${kind}”`);
}

export function tagSelected(session: Session, tag: Tag, isGiven: boolean): void {
  const step = setTag(getSelectedClaims(session), tag.id, isGiven);
  applyToSelected(session, step, `${isGiven ? 'tagged' : 'no longer tagged'} “${isolate(tag.name)}”`);
}

/** Attaches a source to the selected claims that don't have it yet. Without a stance, it follows the verdict of each claim. */
export function attachToSelected(session: Session, sourceId: string, stance: Stance | null): boolean {
  const { review } = session;
  const claims = getSelectedClaims(session);
  const step = attachToSeveral(review, claims, sourceId, stance, currentEditContext());
  const title = review.sources.get(sourceId)?.title ?? '';
  const rest = claims.length - (step?.edits.length ?? claims.length);
  const hadIt = rest === 0 ? '' : `; ${formatCount(rest, 'claim')} had it`;
  const stanceName = stance === null ? 'stance by verdict' : stanceLabels[stance].toLowerCase();
  return applyToSelected(session, step, `source “${isolate(title)}” (${stanceName})${hadIt}`);
}

export async function deleteSelected(session: Session): Promise<void> {
  const claims = getSelectedClaims(session);
  const step = joinSteps(claims.map((claim) => deleteClaim(session.review, claim)));
  if (!step || !(await session.applyDeletion(step))) return;
  clearSelectedClaims();
  focusMainArea();
  showStepNotice(session, `${formatCount(claims.length, 'claim')} deleted.`, step.edits);
}
