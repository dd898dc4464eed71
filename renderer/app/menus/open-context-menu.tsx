import { closeContextMenu, useContextMenu } from '../../state/context-menu';
import { ContextMenu } from '../../ui/menus/context-menu';

/** Renders the context menu that is open. */
export function OpenContextMenu() {
  const open = useContextMenu((menu) => menu.open);
  return open && <ContextMenu key={`${open.x}/${open.y}`} {...open} onClose={closeContextMenu} />;
}
