import type { MenuItemConstructorOptions } from 'electron';
import { type Chord, formatAccelerator } from '../../shared/contract/keys/chord';
import { createChordFinder } from '../../shared/contract/keys/key-bindings';
import { commandInfo, type MenuCommand } from '../../shared/contract/menu-commands';
import type { Settings } from '../../shared/domain/settings';
import type { ShownSettings } from '../core/window/shown-settings';

export interface MenuState extends ShownSettings {
  mac: boolean;
  packaged: boolean;
}

export interface MenuActions {
  command(command: MenuCommand): void;
  setTheme(theme: Settings['theme']): void;
}

export type Item = MenuItemConstructorOptions;

/** Creates the item of a command, with its label and key. */
export type CreateItem = (command: MenuCommand) => Item;

export const separator: Item = { type: 'separator' };

/** Returns the function that creates the items of commands, with their first keys as the system shows them. */
export function createItemMaker(state: MenuState, actions: MenuActions): CreateItem {
  const getChords = createChordFinder(state);
  return (command) => {
    const chords = getChords(command);
    return {
      label: commandInfo[command].label,
      click: () => actions.command(command),
      ...(state.mac ? getMacAccelerator(chords) : getAccelerator(chords)),
    };
  };
}

function getAccelerator([chord]: readonly Chord[]): Item {
  return chord ? { accelerator: formatAccelerator(chord), registerAccelerator: false } : {};
}

/**
 * macOS registers every key that a menu shows, so it shows no keys that have another meaning while typing. A plus sign is shown
 * by the key that types it.
 */
function getMacAccelerator(chords: readonly Chord[]): Item {
  const chord = chords.find(({ ctrl, key }) => ctrl && key !== '+');
  return chord ? { accelerator: formatAccelerator(chord) } : {};
}
