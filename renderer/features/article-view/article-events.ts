import type { ClipboardEvent, MouseEvent } from 'react';
import type { Draft } from '../../../shared/domain/draft/draft';
import { setCurrentClaim } from '../../state/view/navigate';
import { useReviewView } from '../../state/view/review-view';
import type { ClaimChoice } from './overlays/claim-chooser';

/** Goes to the claim that was clicked, asks which one if there are several, and leaves the current claim if there is none. */
export function handleClick(event: MouseEvent, openChooser: (choice: ClaimChoice) => void): void {
  const { target } = event;
  const { selection, queue, card } = useReviewView.getState();
  // This may be the first click of a double click that selects the word to attach the claim to.
  if (queue?.isAttaching) return;
  if (selection || !(target instanceof Element) || target.closest('button')) return;
  const claimIds = target.closest('mark')?.getAttribute('data-claims')?.split(' ') ?? [];
  const [first] = claimIds;
  if (claimIds.length > 1) openChooser({ claimIds, x: event.clientX, y: event.clientY });
  else if (first) setCurrentClaim(first);
  // A form stays open, because the user may be looking something up in the article for it.
  else if (card.show === 'claim') setCurrentClaim(null);
}

/** Copies the selected text from the draft: the browser would also copy the numbers in the margin. */
export function handleCopy(event: ClipboardEvent, draft: Draft): void {
  const { selection } = useReviewView.getState();
  if (!selection) return;
  event.clipboardData.setData('text/plain', draft.text.slice(selection.start, selection.end));
  event.preventDefault();
}
