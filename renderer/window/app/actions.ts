import { discardDetails } from '../features/article/unsaved-details.ts';
import { discardFormsOfArticle } from '../features/sources/base/unsaved-forms.ts';
import { reopenLastArticle, showArticle } from '../state/article/show-article.ts';
import { loadPreferences } from '../state/base/preferences.ts';
import { showKeysInLibrary } from '../state/keys.ts';
import { takeWaitingEdits } from '../state/review/open-review.ts';
import { TextTooltip } from '../ui/text/text-tooltip.tsx';
import { commands, selectAll } from './commands/commands.ts';
import { DropEffect, dropHandlers, openDroppedFiles } from './drop/drop-target.tsx';
import { handlePaste } from './drop/handle-paste.ts';
import { handleKey, listenToFieldUndo, listenToTyping } from './keyboard/handle-key.ts';
import { listenToLostFocus } from './keyboard/listen-to-lost-focus.ts';
import { listenToMain } from './listen-to-main.ts';
import { handleContextMenu, noteScrollPosition, OpenContextMenu } from './menus/context-menu.tsx';

/**
 * The actions of the window, in one part that is loaded once the list is painted: `late-parts.ts` keeps earlier ones. Input comes from
 * `listen-to-input.ts` and `app.tsx`.
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
