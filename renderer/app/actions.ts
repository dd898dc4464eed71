import { discardDetails } from '../features/article/unsaved-details';
import { discardFormsOfArticle } from '../features/sources/form/unsaved-forms';
import { reopenLastArticle } from '../state/article/reopen-last-article';
import { showArticle } from '../state/article/show-article';
import { takeWaitingEdits } from '../state/article/waiting-edits';
import { showKeysInLibrary } from '../state/keys';
import { loadPreferences } from '../state/preferences';
import { TextTooltip } from '../ui/text/text-tooltip';
import { commands } from './commands/commands';
import { DropEffect, dropHandlers, openDroppedFiles } from './drop/drop-target';
import { handlePaste } from './drop/handle-paste';
import { listenToFieldUndo } from './keyboard/field-undo';
import { handleKey } from './keyboard/handle-key';
import { listenToLostFocus } from './keyboard/listen-to-lost-focus';
import { listenToTyping } from './keyboard/listen-to-typing';
import { selectAll } from './keyboard/select-all';
import { listenToMain } from './listen-to-main';
import { handleContextMenu, noteScrollPosition } from './menus/handle-context-menu';
import { OpenContextMenu } from './menus/open-context-menu';

/**
 * What the window does, in one part that is loaded once the list is painted: `late-parts.ts` keeps what comes earlier. Input comes from
 * `listen-to-input.ts` and `drop/drop-area.tsx`.
 */
export const windowActions = {
  commands,
  showArticle,
  reopenLastArticle,
  /** Forgets what the window keeps for an article that was deleted. */
  forgetArticle(articleId: string): void {
    discardFormsOfArticle(articleId);
    discardDetails(articleId);
    takeWaitingEdits(articleId);
  },
  handleKey,
  selectAll,
  handlePaste,
  handleContextMenu,
  dropHandlers,
  openDroppedFiles,
  DropEffect,
  OpenContextMenu,
  TextTooltip,
};

/** Listens to main, and to what changes the meaning of the next key, and loads the settings. */
export async function prepare(): Promise<void> {
  listenToFieldUndo();
  listenToLostFocus();
  listenToTyping();
  listenToMain();
  window.addEventListener('keydown', noteScrollPosition, true);
  await loadPreferences();
  showKeysInLibrary();
}
