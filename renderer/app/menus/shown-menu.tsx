import { closeContextMenu, useContextMenu } from '../../state/context-menu';
import { ContextMenu } from '../../ui/menus/context-menu';

/** The context menu that is open, if one is. */
export function ShownMenu() {
  const open = useContextMenu((menu) => menu.open);
  return open && <ContextMenu key={`${open.x}/${open.y}`} {...open} onClose={closeContextMenu} />;
}
