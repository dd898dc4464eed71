import { getMenuPosition, openContextMenu } from '../../state/context-menu';
import { buildContextMenu } from './build-context-menu';

/** Below the first selected words, for a menu that a key opened. */
function getSelectionPosition(): { x: number; y: number } | null {
  const selection = document.getSelection();
  const box = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getClientRects()[0] : undefined;
  return box ? { x: box.left, y: box.bottom + 4 } : null;
}

let restoreScrollPosition = () => {};

/**
 * Keeps the article from scrolling when a key opens a menu: before it sends the event, Chromium scrolls the middle of the
 * focused element into view, and an article is longer than the window.
 */
export function noteScrollPosition({ key }: KeyboardEvent): void {
  if (key !== 'F10' && key !== 'ContextMenu') return;
  const scroller = document.activeElement?.closest('[data-scroller]');
  const top = scroller?.scrollTop ?? 0;
  restoreScrollPosition = () => {
    restoreScrollPosition = () => {};
    if (scroller) scroller.scrollTop = top;
  };
}

/**
 * Opens a context menu on right click, Shift+F10 and the menu key, which all dispatch the same event. `build-context-menu.ts`
 * finds what the menu is about, and one file for each kind creates its entries.
 */
export function handleContextMenu(event: MouseEvent): void {
  restoreScrollPosition();
  if (event.defaultPrevented) return;
  event.preventDefault();
  const { target } = event;
  const found = target instanceof Element ? buildContextMenu(event, target) : null;
  if (!found) return;
  const { label, groups, element } = found;
  const atWords = event.button !== 2 && label === 'Selected words' ? getSelectionPosition() : null;
  openContextMenu({ label, groups, ...(atWords ?? getMenuPosition(event, element)) });
}
