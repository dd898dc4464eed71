import { useEffect } from 'react';
import { create } from 'zustand';
import type { Draft } from '../../../shared/domain/draft';
import { client } from '../client';
import { say, settleProblems } from '../notices';
import type { Session } from '../review/session';

/** Texts of older drafts that were asked for. Drafts never change, so one is read once. */
const usePastDrafts = create<Record<string, Draft>>()(() => ({}));

const asked = new Set<string>();

async function read(articleId: string, draftId: string): Promise<void> {
  if (asked.has(draftId)) return;
  asked.add(draftId);
  settleProblems('pastDrafts');
  const answer = await client.call('draft.read', { articleId, draftId });
  if (answer.ok) usePastDrafts.setState({ [draftId]: answer.value });
  else {
    asked.delete(draftId);
    say(answer.error.message, 'pastDrafts');
  }
}

/** The draft with its text; null for none, and until it is there. */
export function usePastDraft(session: Session, draftId: string | null): Draft | null {
  const past = usePastDrafts((drafts) => (draftId === null ? undefined : drafts[draftId]));
  const isShown = session.draft.id === draftId;
  useEffect(() => {
    if (draftId !== null && !isShown) void read(session.articleId, draftId);
  }, [session.articleId, draftId, isShown]);
  return isShown ? session.draft : (past ?? null);
}
