import type { MouseEvent } from 'react';
import { getMenuPosition, type MenuEntry, openContextMenu } from '../../state/context-menu';

/** Opens the context menu of an article's row. */
export function openRowMenu(event: MouseEvent, ...groups: MenuEntry[][]): void {
  event.preventDefault();
  openContextMenu({ label: 'Article', groups, ...getMenuPosition(event.nativeEvent, event.currentTarget) });
}
