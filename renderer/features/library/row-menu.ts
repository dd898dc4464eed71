import type { MouseEvent } from 'react';
import { type MenuEntry, menuPlace, openContextMenu } from '../../state/context-menu';

/** Opens the context menu of an article's row. */
export function openRowMenu(event: MouseEvent, ...groups: MenuEntry[][]): void {
  event.preventDefault();
  openContextMenu({ label: 'Article', groups, ...menuPlace(event.nativeEvent, event.currentTarget) });
}
