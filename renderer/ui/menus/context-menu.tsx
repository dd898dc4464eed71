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
  /** Where in the window, in CSS pixels. */
  x: number;
  y: number;
  onClose: () => void;
}

/**
 * A menu at a place of the window. What is chosen runs once the focus is back where it was, so that it finds the field or the
 * selection as they were. It stands in the top layer, as it may belong to a field of a dialog.
 */
export function ContextMenu({ label, groups, x, y, onClose }: ContextMenuProps) {
  const [before] = useState(() => document.activeElement);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const choose = ({ run }: Entry) => {
    flushSync(onClose);
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    run();
  };
  return createPortal(
    <div ref={setLayer} data-react-aria-top-layer="true">
      <span ref={anchor} className={styles.anchor} style={{ left: x, top: y }} />
      {layer && (
        <MenuTrigger isOpen onOpenChange={(open) => !open && onClose()}>
          <Popover
            triggerRef={anchor}
            placement="bottom start"
            offset={0}
            // A modal one would make the page inert, and words in it are not shown as selected then.
            isNonModal
            className={styles.popover}
            UNSTABLE_portalContainer={layer}
          >
            <MenuList label={label} groups={groups} onChoose={choose} />
          </Popover>
        </MenuTrigger>
      )}
    </div>,
    document.body,
  );
}
