import { useEffect } from 'react';
import { create } from 'zustand';
import type { Draft } from '../../../shared/domain/draft/draft';
import { client } from '../client';
import { clearErrors, showError } from '../notices';
import type { Session } from '../review/session';

/** Older drafts with their texts, by id. Drafts never change, so each is loaded once. */
const usePastDrafts = create<Record<string, Draft>>()(() => ({}));

/** The drafts that were loaded or are being loaded. */
const requestedIds = new Set<string>();

/** A draft with its text; null without an id, and until it is loaded. */
export function usePastDraft(session: Session, draftId: string | null): Draft | null {
  const past = usePastDrafts((drafts) => (draftId === null ? undefined : drafts[draftId]));
  const isOnScreen = session.draft.id === draftId;
  useEffect(() => {
    if (draftId !== null && !isOnScreen) void loadDraft(session.articleId, draftId);
  }, [session.articleId, draftId, isOnScreen]);
  return isOnScreen ? session.draft : (past ?? null);
}

async function loadDraft(articleId: string, draftId: string): Promise<void> {
  if (requestedIds.has(draftId)) return;
  requestedIds.add(draftId);
  clearErrors('pastDrafts');
  const answer = await client.call('draft.read', { articleId, draftId });
  if (answer.ok) usePastDrafts.setState({ [draftId]: answer.value });
  else {
    requestedIds.delete(draftId);
    showError(answer.error.message, 'pastDrafts');
  }
}
