import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { resetView } from '../../../../renderer/state/review/review-view';
import { createSession, type Session } from '../../../../renderer/state/review/session';
import { SessionContext } from '../../../../renderer/state/review/session-context';
import '../../../../renderer/ui/styles/tokens.css';
import '../../../../renderer/ui/styles/base.css';
import '../../../../renderer/ui/styles/marks.css';
import '../../../../renderer/ui/styles/forced-colors.css';
import type { Client } from '../../../../shared/contract/client';
import { markClaim } from '../../../../shared/domain/claims/claim-edits';
import type { Draft } from '../../../../shared/domain/draft';
import type { Facts } from '../../../../shared/domain/history/step';
import { emptyReview, type Review, reviewToData } from '../../../../shared/domain/review/review';
import { openArticle } from '../../../../shared/drafts/open-article';
import { importPaste } from '../../../../shared/import/text/import-text';
import { countingFacts, mustApply } from '../../shared/reviews';

/** Main never answers: what is tested here is what the window shows before it does. */
const silent: Client = {
  call: () => new Promise(() => {}),
  listen: () => () => {},
};

/** Opens a review as the window does, with nothing behind it. Throws when a step is refused. */
export function sessionOf(review: Review, draft: Draft): Session {
  const refuse = (why: string) => {
    throw new Error(why);
  };
  resetView();
  return createSession(
    'article',
    { review: reviewToData(review), draft, problems: [], readOnly: false, canUndo: false, canRedo: false },
    {
      client: silent,
      outOfStep: ({ message }) => refuse(message),
      refused: refuse,
      stepped: () => {},
      redrafted: () => {},
    },
  );
}

/** The text as an article that was just opened. */
export function reviewOf(text: string): { review: Review; draft: Draft; facts: Facts } {
  const imported = importPaste(text);
  if (!imported.ok) throw new Error(imported.problem.message);
  const facts = countingFacts('f');
  const { draft, change } = openArticle(imported.proposal, 'article', 'a'.repeat(64), facts);
  const review = emptyReview();
  mustApply(review, change.edits);
  return { review, draft, facts };
}

/** Marks the words where they stand first, and tells the claim's id. */
export function markWords(session: Session, words: string, facts: Facts): string {
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

/** Puts a part of the screen on the page, in a column of this width and height in CSS pixels. */
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
  return {
    column,
    rerender,
    close: () => {
      root.unmount();
      column.remove();
    },
  };
}
