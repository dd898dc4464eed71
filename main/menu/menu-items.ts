import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/events';
import type { Settings } from '../../shared/domain/settings';

export interface MenuState {
  mac: boolean;
  packaged: boolean;
  theme: Settings['theme'];
}

export interface MenuActions {
  command(command: MenuCommand): void;
  setTheme(theme: Settings['theme']): void;
}

export type Item = MenuItemConstructorOptions;

/** Creates the item of a command; `key` is an accelerator of Electron, or a single key. */
export type CreateItem = (label: string, command: MenuCommand, key?: string) => Item;

export const separator: Item = { type: 'separator' };

/** Returns the function that creates the items of commands, with their keys as the system shows them. */
export function createItemMaker(mac: boolean, actions: MenuActions): CreateItem {
  return (label, command, key) => ({
    label,
    click: () => actions.command(command),
    ...getAccelerator(key, mac),
  });
}

/** macOS registers every key that a menu shows, so it shows no single keys, which must stay letters while typing. */
function getAccelerator(key: string | undefined, mac: boolean): Item {
  if (key === undefined || (mac && !key.includes('+'))) return {};
  return mac ? { accelerator: key } : { accelerator: key, registerAccelerator: false };
}
