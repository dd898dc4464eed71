import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/scrollbars.css';
import '../ui/styles/text.css';
import '../ui/styles/helper-classes.css';
import '../ui/styles/statuses.css';
import '../ui/styles/marks.css';
import '../ui/styles/forced-colors.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { useOpenReview } from '../state/article/open-review';
import { reopenLastArticle } from '../state/article/reopen-last-article';
import { requestLibrary } from '../state/library/library';
import { loadLibraryAccess } from '../state/library/library-access';
import { loadPlace } from '../state/library/place';
import { loadPreferences } from '../state/preferences';
import { App } from './app';
import { listenToPaste } from './drop/listen-to-paste';
import { listenToFieldUndo } from './keyboard/field-undo';
import { listenToKeys } from './keyboard/listen-to-keys';
import { listenToLostFocus } from './keyboard/listen-to-lost-focus';
import { listenToSelectAll } from './keyboard/select-all';
import { listenToMain } from './listen-to-main';
import { listenToContextMenu } from './menus/listen-to-context-menu';
import { loadReviewScreen } from './screens/load-review-screen';

// Zod would otherwise test whether it may compile code, which the page's Content Security Policy forbids.
z.config({ jitless: true });

/**
 * The entry of the page. The folders of the app, which composes the features:
 *
 * - `app.tsx`, `screens/`: the library and the review, with their bars and panels, or the question where the library is.
 * - `commands/`: what keys, menus and buttons can do.
 * - `keyboard/`, `menus/`, `drop/`: keys, context menus, drag and drop, and paste.
 * - `status/`: the status bar, running tasks and notices.
 * - `listen-to-main.ts`: events from main.
 */
const root = document.getElementById('root');
if (root) {
  requestLibrary();
  createRoot(root).render(<App />);
  void loadPreferences();
  listenToFieldUndo();
  listenToLostFocus();
  listenToSelectAll();
  listenToContextMenu();
  listenToMain();
  void showLibrary();
}

/** Without a library there is nothing that keys and paste could act on. */
async function showLibrary(): Promise<void> {
  if (!(await loadPlace())) return;
  void loadLibraryAccess();
  listenToKeys();
  listenToPaste();
  // Otherwise the library would be seen for a moment.
  if (useOpenReview.getState().isReopening) await loadReviewScreen();
  await reopenLastArticle();
}
