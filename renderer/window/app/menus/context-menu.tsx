import { useRef, useState } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import { createPortal, flushSync } from 'react-dom';
import {
  closeContextMenu,
  getMenuPosition,
  openContextMenu,
  useContextMenu,
} from '#renderer/window/state/base/dialogs.ts';
import styles from '#renderer/window/ui/menu.module.css';
import { MenuList, type MenuListEntry } from '#renderer/window/ui/menu.tsx';
import { buildContextMenu } from './build-context-menu.ts';

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

interface Entry extends MenuListEntry {
  run: () => void;
}

interface ContextMenuProps {
  label: string;
  groups: readonly (readonly Entry[])[];
  /** The position in the window, in CSS pixels. */
  x: number;
  y: number;
  onClose: () => void;
}

/**
 * A menu at a position of the window. The chosen entry runs after the focus is back where it was, so that it finds the field or
 * the selection as before. The menu is in the top layer, because it may belong to a field of a dialog.
 */
function ContextMenu({ label, groups, x, y, onClose }: ContextMenuProps) {
  const [focusedBefore] = useState(() => document.activeElement);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const choose = ({ run }: Entry) => {
    flushSync(onClose);
    if (focusedBefore instanceof HTMLElement && focusedBefore.isConnected)
      focusedBefore.focus({ preventScroll: true });
    run();
  };
  return createPortal(
    // A region, because all content belongs to a landmark, and the page beside an open menu stays readable.
    <section ref={setLayer} aria-label="Context menu" data-react-aria-top-layer="true">
      <span ref={anchor} className={styles.anchor} style={{ left: x, top: y }} />
      {layer && (
        <MenuTrigger isOpen onOpenChange={(open) => !open && onClose()}>
          <Popover
            triggerRef={anchor}
            placement="bottom start"
            offset={0}
            // A modal popover makes the page inert, and selected text in it is not highlighted then.
            isNonModal
            className={styles.popover}
            UNSTABLE_portalContainer={layer}
          >
            <MenuList label={label} groups={groups} onChoose={choose} />
          </Popover>
        </MenuTrigger>
      )}
    </section>,
    document.body,
  );
}

/** Renders the context menu that is open. */
export function OpenContextMenu() {
  const open = useContextMenu((menu) => menu.open);
  return open && <ContextMenu key={`${open.x}/${open.y}`} {...open} onClose={closeContextMenu} />;
}
