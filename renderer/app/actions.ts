import { discardDetails } from '../features/article/unsaved-details';
import { discardFormsOfArticle } from '../features/sources/form/unsaved-forms';
import { takeWaitingEdits } from '../state/article/waiting-edits';
import { listenToFieldUndo } from './keyboard/field-undo';
import { listenToLostFocus } from './keyboard/listen-to-lost-focus';
import { listenToTyping } from './keyboard/listen-to-typing';
import { listenToMain } from './listen-to-main';
import { noteScrollPosition } from './menus/handle-context-menu';

/**
 * What the window does, in one part that is loaded once the list is painted: `late-parts.ts` keeps what comes earlier. Input
 * reaches the handlers below from `listen-to-input.ts` and `drop/drop-area.tsx`.
 */
export { reopenLastArticle } from '../state/article/reopen-last-article';
export { showArticle } from '../state/article/show-article';
export { TextTooltip } from '../ui/text/text-tooltip';
export { commands } from './commands/commands';
export { DropEffect, dropHandlers, openDroppedFiles } from './drop/drop-target';
export { handlePaste } from './drop/handle-paste';
export { handleKey } from './keyboard/handle-key';
export { selectAll } from './keyboard/select-all';
export { handleContextMenu } from './menus/handle-context-menu';
export { OpenContextMenu } from './menus/open-context-menu';

/** Forgets what the window keeps for an article that was deleted. */
export function forgetArticle(articleId: string): void {
  discardFormsOfArticle(articleId);
  discardDetails(articleId);
  takeWaitingEdits(articleId);
}

/** Listens to main, and to what changes the meaning of the next key. */
export function listen(): void {
  listenToFieldUndo();
  listenToLostFocus();
  listenToTyping();
  listenToMain();
  window.addEventListener('keydown', noteScrollPosition, true);
}
