import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '../../ui/styles/tokens.css';
import '../../ui/styles/base.css';
import '../../ui/styles/marks.css';
import '../../ui/styles/forced-colors.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { loadPreferences } from '../../state/preferences';
import { reopenLastArticle } from '../../state/review/reopen';
import { App } from '../app';
import { listenToPaste } from '../drop/paste';
import { followMain } from '../events';
import { keepUndoInField } from '../keyboard/field-undo';
import { listenToKeys } from '../keyboard/keys';
import { listenToLostFocus } from '../keyboard/lost-focus';
import { listenToSelectAll } from '../keyboard/select-all';
import { listenToContextMenu } from '../menus/listen-to-context-menu';

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
