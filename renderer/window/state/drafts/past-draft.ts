import { useEffect } from 'react';
import { create } from 'zustand';
import type { Draft, Origin } from '#shared/domain/base/draft.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { client } from '../base/client.ts';
import { clearErrors, showError } from '../base/notices.ts';
import type { Session } from '../review/session.ts';

/** Where a draft came from, in a few words. */
export function describeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'sample':
      return 'sample article';
    case 'web':
      return `fetched from ${new URL(origin.url).host}`;
    case 'file':
      return `imported from ${origin.name}`;
    case 'paste':
      return 'pasted';
    case 'corrections':
      return 'the draft before, corrected';
  }
}

/** Says of which time the claims and verdicts of an older draft are, as a sentence. */
export function describePast({ draft, pastAt }: Pick<Session, 'draft' | 'pastAt'>): string {
  if (pastAt === null)
    return 'Verdicts are those of today, because the history does not say how they stood when it was the newest draft.';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `Claims and verdicts as of ${formatDateTime(pastAt, timeZone)}, when draft ${draft.number + 1} was added.`;
}

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
