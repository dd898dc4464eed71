import type { KeyboardEventHandler, MouseEventHandler, ReactNode } from 'react';
import { getMenuPosition, type MenuEntry, openContextMenu } from '../../state/context-menu';
import styles from './library-screen.module.css';

interface RowFrameProps {
  /** The context menu, in groups. */
  menu: MenuEntry[][];
  onKeyDown?: KeyboardEventHandler;
  onClick?: MouseEventHandler;
  children: ReactNode;
}

/** The row of an article in the library or the bin, with its context menu. */
export function RowFrame({ menu, onKeyDown, onClick, children }: RowFrameProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same, and the menu key opens the menu from them
    <div
      className={styles.row}
      onContextMenu={(event) => {
        event.preventDefault();
        const position = getMenuPosition(event.nativeEvent, event.currentTarget);
        openContextMenu({ label: 'Article', groups: menu, ...position });
      }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {children}
    </div>
  );
}
