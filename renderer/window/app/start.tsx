import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/statuses.css';
import '../ui/styles/marks.css';
import '../ui/styles/forced-colors.css';
import { createRoot } from 'react-dom/client';
import { requestLibrary } from '../state/library/library.ts';
import { loadLibraryAccess } from '../state/library/library-access.ts';
import { loadLocation } from '../state/library/location.ts';
import { useOpenReview } from '../state/review/open-review.ts';
import { App } from './app.tsx';
import { actions, reviewScreen } from './late-parts.ts';
import { listenToInput } from './listen-to-input.ts';

// Zod would otherwise test whether it may compile code, which the page's Content Security Policy forbids.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

/**
 * The entry of the page, with what the list of the library needs; `late-parts.ts` loads the rest once the list is shown. The app composes
 * the features.
 */
const root = document.getElementById('root');
if (root) {
  const stored = requestLibrary();
  createRoot(root).render(<App />);
  listenToInput();
  void showLibrary(stored);
}

async function showLibrary(stored: Promise<void>): Promise<void> {
  if (!(await loadLocation())) return;
  // Main loads most of itself to answer this, too.
  void stored.then(loadLibraryAccess);
  if (!useOpenReview.getState().isReopening) return;
  // Otherwise the library would be seen for a moment.
  await reviewScreen.load();
  actions.run(({ reopenLastArticle }) => void reopenLastArticle());
}
