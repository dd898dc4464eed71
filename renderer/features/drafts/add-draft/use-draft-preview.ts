import { useEffect, useState } from 'react';
import type { CarriedReview } from '../../../../shared/drafts/carried-review';
import { type PendingImport, removePendingImport } from '../../../state/drafts/pending-imports';
import type { Session } from '../../../state/review/session';
import { type EditedProposal, previewDraft } from '../draft-steps';

/**
 * The review as it will be in a new draft; null while it is being computed, and without a text. It is computed again when the
 * text changes, but not while the draft is being added. When it fails, the pending import is removed.
 */
export function useDraftPreview(
  session: Session,
  pendingImport: PendingImport,
  proposal: EditedProposal,
  /** The text with the edits; null when every block is left out. */
  text: string | null,
  isAdding: boolean,
): CarriedReview | null {
  const [carried, setCarried] = useState<CarriedReview | null>(null);

  // Adding the draft replaces the session, and the new session already has the draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds of blocks make no difference to the claims
  useEffect(() => {
    if (isAdding) return;
    setCarried(null);
    if (text === null) return;
    const outdated = new AbortController();
    void previewDraft(session, proposal, outdated.signal).then((review) => {
      if (outdated.signal.aborted) return;
      if (review) setCarried(review);
      else removePendingImport(pendingImport);
    });
    return () => outdated.abort();
  }, [session, text, pendingImport, isAdding]);

  return carried;
}
