import { openPaste, readClipboard } from '#renderer/window/features/import/read-import.ts';
import {
  findEvidenceTarget,
  readPastedEvidence,
} from '#renderer/window/features/sources/base/evidence-input.ts';
import { addToClaim } from '#renderer/window/features/sources/form/add-to-claim.ts';
import { useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { pasteAtFocus } from '#renderer/window/state/desktop.ts';
import { describeWayToClaim } from '#renderer/window/state/keys.ts';
import { runIfWritable } from '#renderer/window/state/library/library-access.ts';
import { isLibraryOpen } from '#renderer/window/state/library/location.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { textFieldSelector } from '#renderer/window/ui/selectors.ts';

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
