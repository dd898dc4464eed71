import { useEffect, useState } from 'react';
import type { DraftPreview } from '../../../shared/drafts/carried-review';
import { type PendingImport, removePendingImport } from '../../state/drafts/pending-imports';
import type { Session } from '../../state/review/session';
import { type EditedProposal, previewDraft } from './draft-steps';

/**
 * The review as it will be in a new draft; null while it is being computed, and without a text. It is computed again when the
 * text changes or an answer about its annotations, but not while the draft is being added. When it fails, the pending import is removed.
 */
export function useDraftPreview(
  session: Session,
  pendingImport: PendingImport,
  proposal: EditedProposal,
  /** The text with the edits; null when every block is left out. */
  text: string | null,
  isAdding: boolean,
): DraftPreview | null {
  const [computed, setComputed] = useState<{ session: Session; text: string; preview: DraftPreview } | null>(
    null,
  );
  const { annotations } = proposal.edits;

  // Adding the draft replaces the session, and the new session already has the draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds of blocks make no difference to the claims
  useEffect(() => {
    if (isAdding) return;
    if (text === null) return;
    const outdated = new AbortController();
    void previewDraft(session, proposal, outdated.signal).then((review) => {
      if (outdated.signal.aborted) return;
      if (review) setComputed({ session, text, preview: review });
      else removePendingImport(pendingImport);
    });
    return () => outdated.abort();
  }, [session, text, annotations, pendingImport, isAdding]);

  // With another answer about annotations the last one stays until it is counted: what is carried remains the same.
  return computed?.session === session && computed.text === text ? computed.preview : null;
}
