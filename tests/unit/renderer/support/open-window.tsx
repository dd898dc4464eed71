import { onTestFinished } from 'vitest';
import { selectAll } from '#renderer/window/app/commands/commands.ts';
import { Dialogs } from '#renderer/window/app/dialogs.tsx';
import { handleKey } from '#renderer/window/app/keyboard/handle-key.ts';
import { handleContextMenu, OpenContextMenu } from '#renderer/window/app/menus/context-menu.tsx';
import { ReviewScreen } from '#renderer/window/app/screens/review-screen.tsx';
import { Notices } from '#renderer/window/app/status/notices.tsx';
import { discardDetails } from '#renderer/window/features/article/unsaved-details.ts';
import { discardFormsOfArticle } from '#renderer/window/features/sources/base/unsaved-forms.ts';
import { showArticle } from '#renderer/window/state/article/show-article.ts';
import { closeContextMenu, closeDialog } from '#renderer/window/state/base/dialogs.ts';
import { clearNotices } from '#renderer/window/state/base/notices.ts';
import { loadPreferences } from '#renderer/window/state/base/preferences.ts';
import { useLibraryLocation } from '#renderer/window/state/library/location.ts';
import { SessionContext, useOpenReview } from '#renderer/window/state/review/open-review.ts';
import { clearFind } from '#renderer/window/state/view/find.ts';
import type { SeededCheck } from '#tests/e2e/support/articles/seeded-check.ts';
import { type Answers, type MemoryMain, startMemoryMain } from './memory-main.ts';
import { show } from './open-session.tsx';
import { waitForLayout } from './rows.ts';

/** The screen of the open article with everything that can lie over it. */
function Window() {
  const session = useOpenReview((open) => open.session);
  return (
    <SessionContext value={session}>
      {session && <ReviewScreen key={session.draft.id} />}
      <Dialogs />
      <OpenContextMenu />
      <Notices />
    </SessionContext>
  );
}

function handleSelectAll(event: KeyboardEvent): void {
  if (!event.ctrlKey || event.key !== 'a' || !(event.target instanceof Element)) return;
  if (event.target.closest('input, textarea')) return;
  event.preventDefault();
  selectAll(event.target);
}

/** Opens an article in the whole window with its keys and menus, until the end of the test. Main is one in memory. */
export async function openWindow(
  check: SeededCheck,
  answers: Answers = {},
  { width = innerWidth, height = innerHeight } = {},
): Promise<MemoryMain & { window: HTMLElement }> {
  const main = startMemoryMain(check, answers);
  const { location } = useLibraryLocation.getState();
  useLibraryLocation.setState({ location: { state: 'open', folder: '/library' } });
  await loadPreferences();
  addEventListener('keydown', handleSelectAll, true);
  addEventListener('keydown', handleKey);
  addEventListener('contextmenu', handleContextMenu);
  // An article that another test left open is not left as a person would, which asks main.
  useOpenReview.setState({ session: null });
  if (!(await showArticle(main.articleId))) throw new Error('the article was not opened');
  const { column, close } = show(null, <Window />, { width, height });
  onTestFinished(() => {
    removeEventListener('keydown', handleSelectAll, true);
    removeEventListener('keydown', handleKey);
    removeEventListener('contextmenu', handleContextMenu);
    closeDialog();
    closeContextMenu();
    close();
    clearNotices();
    clearFind();
    discardFormsOfArticle(main.articleId);
    discardDetails(main.articleId);
    useOpenReview.setState({ session: null });
    useLibraryLocation.setState({ location });
  });
  await waitForLayout();
  return { ...main, window: column };
}
