import { openPaste } from '../../features/import/import-steps';
import { pastedWords } from '../../features/import/pasted-words';
import { evidenceTargetOf } from '../../features/sources/give/evidence-target';
import { giveEvidence } from '../../features/sources/give/give-evidence';
import { readPasted } from '../../features/sources/give/given';
import { useDialogs } from '../../state/dialogs';
import { focusHome } from '../../state/focus';
import { mention } from '../../state/notices';
import { pasteHere } from '../../state/paste';
import { currentSession } from '../../state/review/open-review';
import { useReviewView } from '../../state/review/review-view';
import { textField } from '../../ui/fields/text-field';

/** Where a paste without a claim of its own is meant for the current one: the article's text, or nothing in particular. */
const article = '[data-scroller]';

/** In the library, what was copied is opened as an article. */
function pasteArticle(event: ClipboardEvent): void {
  const pasted = pastedWords(event.clipboardData);
  if (pasted === null) return;
  event.preventDefault();
  void openPaste(pasted, null);
}

/** The claim that a paste in the article is evidence for; a sentence when there is none. */
function claimInArticle(): { claimId: string } | { why: string } {
  const { current, selection } = useReviewView.getState();
  if (selection) return { why: 'Mark the selected words as a claim first, then paste its evidence.' };
  if (current === null)
    return { why: 'Go to a claim first, with J and K or a click, then paste its evidence.' };
  return { claimId: current };
}

/** The claim for which evidence was asked from the clipboard, until the paste comes. */
let awaited: string | null = null;
/** How long it is waited for, in milliseconds: a later paste is another one. */
const longestWait = 500;

/** Pastes evidence for a claim wherever the focus is. */
export async function pasteOnto(claimId: string): Promise<void> {
  awaited = claimId;
  focusHome();
  await pasteHere();
  setTimeout(() => {
    awaited = null;
  }, longestWait);
}

/** On a claim's row or card, and in the article on the current claim, what was copied is evidence. */
function pasteEvidence(event: ClipboardEvent): void {
  const focused = document.activeElement;
  const target = evidenceTargetOf(focused);
  if (!target && focused !== document.body && !focused?.closest(article)) return;
  const given = event.clipboardData && readPasted(event.clipboardData);
  if (!given) return;
  event.preventDefault();
  const claim = target ?? claimInArticle();
  if ('why' in claim) mention(claim.why);
  else void giveEvidence(claim.claimId, given);
}

/** What is pasted outside of a text field. */
export function listenToPaste(): void {
  window.addEventListener('paste', (event) => {
    const wanted = awaited;
    awaited = null;
    if (wanted !== null) {
      event.preventDefault();
      const given = event.clipboardData && readPasted(event.clipboardData);
      if (given) void giveEvidence(wanted, given);
      else mention('There is nothing in the clipboard that could be evidence.');
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    const isInField = target?.closest(textField) || document.activeElement?.matches(textField);
    if (event.defaultPrevented || isInField || useDialogs.getState().open !== null) return;
    if (currentSession()) pasteEvidence(event);
    else pasteArticle(event);
  });
}
