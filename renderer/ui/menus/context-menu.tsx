import { useRef, useState } from 'react';
import { MenuTrigger, Popover } from 'react-aria-components';
import { createPortal, flushSync } from 'react-dom';
import { MenuList, type MenuListEntry } from './menu-list';
import styles from './menu-list.module.css';

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
export function ContextMenu({ label, groups, x, y, onClose }: ContextMenuProps) {
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
