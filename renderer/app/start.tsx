import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/marks.css';
import '../ui/forced-colors.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { loadPreferences } from '../state/preferences';
import { reopenLastArticle } from '../state/reopen';
import { App } from './app';
import { followMain } from './events';
import { keepUndoInField } from './field-undo';
import { listenToKeys } from './keys';
import { listenToLostFocus } from './lost-focus';
import { listenToContextMenu } from './menus/listen-to-context-menu';
import { listenToPaste } from './paste';
import { listenToSelectAll } from './select-all';

// Zod would otherwise try whether it may compile code, which the page's policy refuses.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<App />);
  void loadPreferences();
  void reopenLastArticle();
  listenToKeys();
  keepUndoInField();
  listenToLostFocus();
  listenToPaste();
  listenToSelectAll();
  listenToContextMenu();
  followMain();
}
