import { menuPlace, openContextMenu } from '../../state/context-menu';
import { findMenu } from './find-menu';

/** Where the selected words begin, for a menu that a key opened. */
function selectionPlace(): { x: number; y: number } | null {
  const selection = document.getSelection();
  const box = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getClientRects()[0] : undefined;
  return box ? { x: box.left, y: box.bottom + 4 } : null;
}

/**
 * Keeps the article from scrolling when a key opens a menu: before it sends the event, Chromium scrolls the middle of the
 * focused element into view, and an article is longer than the window. Returns a function that restores the scroll position.
 */
function keepInPlace(): () => void {
  let putBack = () => {};
  const remember = ({ key }: KeyboardEvent) => {
    if (key !== 'F10' && key !== 'ContextMenu') return;
    const scroller = document.activeElement?.closest('[data-scroller]');
    const top = scroller?.scrollTop ?? 0;
    putBack = () => {
      putBack = () => {};
      if (scroller) scroller.scrollTop = top;
    };
  };
  window.addEventListener('keydown', remember, true);
  return () => putBack();
}

/** Right click, Shift+F10 and the menu key, all of which come as one event. */
export function listenToContextMenu(): void {
  const putBack = keepInPlace();
  window.addEventListener('contextmenu', (event) => {
    putBack();
    if (event.defaultPrevented) return;
    event.preventDefault();
    const { target } = event;
    const found = target instanceof Element ? findMenu(event, target) : null;
    if (!found) return;
    const { label, groups, element } = found;
    const atWords = event.button !== 2 && label === 'Selected words' ? selectionPlace() : null;
    openContextMenu({ label, groups, ...(atWords ?? menuPlace(event, element)) });
  });
}
