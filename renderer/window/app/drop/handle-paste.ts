import { openPaste, readClipboard } from '../../features/import/read-import';
import { findEvidenceTarget, readPastedEvidence } from '../../features/sources/base/evidence-input';
import { addToClaim } from '../../features/sources/form/add-to-claim';
import { useDialogs } from '../../state/base/dialogs';
import { showNotice } from '../../state/base/notices';
import { pasteAtFocus } from '../../state/desktop';
import { describeWayToClaim } from '../../state/keys';
import { runIfWritable } from '../../state/library/library-access';
import { isLibraryOpen } from '../../state/library/location';
import { currentSession } from '../../state/review/open-review';
import { useReviewView } from '../../state/view/review-view';
import { focusMainArea } from '../../state/view/viewport';
import { textFieldSelector } from '../../ui/selectors';

const articleSelector = '[data-scroller]';

/** In the library, opens the clipboard's content as an article. */
function pasteArticle(event: ClipboardEvent): void {
  const pasted = readClipboard(event.clipboardData);
  if (pasted === null) return;
  event.preventDefault();
  runIfWritable(() => void openPaste(pasted, null));
}

/** The claim that a paste in the article is evidence for, or the reason why there is none. */
function getPasteTarget(): { claimId: string } | { why: string } {
  const { currentClaimId, selection } = useReviewView.getState();
  if (selection) return { why: 'Mark the selected words as a claim first, then paste its evidence.' };
  if (currentClaimId === null)
    return { why: `Go to a claim first, ${describeWayToClaim()}, then paste its evidence.` };
  return { claimId: currentClaimId };
}

/** The claim that the next paste is evidence for. */
let awaitingClaimId: string | null = null;
/** How long a command waits for its paste event, in milliseconds. A later paste is another one. */
const pasteTimeoutMs = 500;

/** Pastes the clipboard's content as evidence for a claim, wherever the focus is. */
export async function pasteEvidenceFor(claimId: string): Promise<void> {
  awaitingClaimId = claimId;
  focusMainArea();
  await pasteAtFocus();
  setTimeout(() => {
    awaitingClaimId = null;
  }, pasteTimeoutMs);
}

/** Pastes evidence: for the claim whose row or card has the focus, or in the article for the current claim. */
function pasteEvidence(event: ClipboardEvent): void {
  const focused = document.activeElement;
  const target = findEvidenceTarget(focused);
  if (!target && focused !== document.body && !focused?.closest(articleSelector)) return;
  const input = event.clipboardData && readPastedEvidence(event.clipboardData);
  if (!input) return;
  event.preventDefault();
  const claim = target ?? getPasteTarget();
  if ('why' in claim) showNotice(claim.why);
  else void addToClaim(claim.claimId, input);
}

/** Handles paste outside of text fields: an article in the library, evidence in a review. */
export function handlePaste(event: ClipboardEvent): void {
  if (!isLibraryOpen()) return;
  const claimId = awaitingClaimId;
  awaitingClaimId = null;
  if (claimId !== null) {
    event.preventDefault();
    const input = event.clipboardData && readPastedEvidence(event.clipboardData);
    if (input) void addToClaim(claimId, input);
    else showNotice('The clipboard contains nothing that can be attached as evidence.');
    return;
  }
  // The focus decides: Chromium sends the event to where the caret was last, which may be a field that was left.
  const isInField = document.activeElement?.closest(textFieldSelector);
  if (event.defaultPrevented || isInField || useDialogs.getState().open !== null) return;
  if (currentSession()) pasteEvidence(event);
  else pasteArticle(event);
}
