import '#renderer/window/ui/styles/tokens.css';
import '#renderer/window/ui/styles/base.css';
import '#renderer/window/ui/styles/statuses.css';
import '#renderer/window/ui/styles/marks.css';
import '#renderer/window/ui/styles/forced-colors.css';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { onTestFinished, vi } from 'vitest';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { createSession } from '#renderer/window/state/review/create-session.ts';
import { SessionContext } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { resetReviewView } from '#renderer/window/state/view/review-view.ts';
import type { Client } from '#shared/contract/client.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import { createEmptyReview, type Review } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import type { EditContext } from '#shared/domain/review/step.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

/** A main process that never answers: the tests are about what the window shows before that. */
const silentClient: Client = { call: () => new Promise(() => {}), listen: () => () => {} };

/** Opens a review as the window does, without a main process. Throws when a step is refused. */
export function openSession(review: Review, draft: Draft): Session {
  const refuse = (why: string) => {
    throw new Error(why);
  };
  resetReviewView();
  return createSession(
    'article',
    {
      review: copyReview(review),
      draft,
      problems: [],
      readOnly: false,
      canUndo: false,
      canRedo: false,
      nextUndo: null,
      nextRedo: null,
    },
    {
      client: silentClient,
      onConflict: ({ message }) => refuse(message),
      onRefused: refuse,
      onApplied: () => {},
      onDraftsChanged: () => {},
    },
  );
}

/** Makes the session's last edits unsaved until the returned function reports whether they were saved. */
export function holdSaving(session: Session): (isSaved: boolean) => void {
  let finishSaving = (_isSaved: boolean) => {};
  const saving = new Promise<boolean>((resolve) => {
    finishSaving = resolve;
  });
  vi.spyOn(session, 'waitUntilSaved').mockImplementation(() => saving);
  return finishSaving;
}

/** Imports the text as an article that was just opened. Ids begin with the prefix, because findings are cached by the id of their draft. */
export function importReview(
  text: string,
  idPrefix = 'f',
): { review: Review; draft: Draft; facts: EditContext } {
  const imported = importPastedText(text);
  if (!imported.ok) throw new Error(imported.problem.message);
  const facts = createEditContext(idPrefix);
  const { draft, change } = openArticle(imported.proposal, 'article', 'a'.repeat(64), facts);
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return { review, draft, facts };
}

/** Marks the first occurrence of the words as a claim. Returns its id. */
export function markWords(session: Session, words: string, facts: EditContext): string {
  const start = session.draft.text.indexOf(words);
  if (start === -1) throw new Error(`the article does not say "${words}"`);
  const { step, claimId } = markClaim(
    session.draft,
    { start, end: start + words.length },
    'unchecked',
    facts,
  );
  session.apply(step);
  return claimId;
}

/** Renders a part of the screen into the page until the end of the test, in a column of this width and height in CSS pixels. */
export function show(
  session: Session | null,
  content: ReactNode,
  { width, height }: { width: number; height: number },
): { column: HTMLElement; rerender: (content: ReactNode) => void; close: () => void } {
  const column = document.body.appendChild(document.createElement('div'));
  column.style.width = `${width}px`;
  column.style.height = `${height}px`;
  column.style.display = 'grid';
  column.style.gridTemplateRows = 'minmax(0, 1fr)';
  const root = createRoot(column);
  const rerender = (shown: ReactNode) =>
    flushSync(() => root.render(<SessionContext value={session}>{shown}</SessionContext>));
  rerender(content);
  const close = () => {
    root.unmount();
    column.remove();
  };
  onTestFinished(close);
  return { column, rerender, close };
}
