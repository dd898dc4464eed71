import { type Chord, nameChord, parseChord } from '#shared/contract/keys/chord.ts';
import {
  createChordFinder,
  type KeyBinding,
  resolveActiveBindings,
} from '#shared/contract/keys/key-bindings.ts';
import type { MenuCommand } from '#shared/contract/menu-commands.ts';
import type { Preferences } from '#shared/domain/settings/settings.ts';
import { usePreferences } from './base/preferences.ts';
import { useLibraryKeys } from './library/library.ts';

const isMac = /Mac/.test(navigator.userAgent);

interface Keys {
  bindings: readonly KeyBinding[];
  getNames: (command: MenuCommand) => string[];
}

let last: { keys: Preferences['keys']; letterKeys: boolean; resolved: Keys } | null = null;

/** The keys as they are now, resolved once for each change of the settings. */
function resolveKeys({ keys, letterKeys }: Preferences): Keys {
  if (last?.keys === keys && last.letterKeys === letterKeys) return last.resolved;
  const findChords = createChordFinder({ keys, letterKeys });
  const resolved = {
    bindings: resolveActiveBindings({ keys, letterKeys }),
    getNames: (command: MenuCommand) => findChords(command).map(nameKey),
  };
  last = { keys, letterKeys, resolved };
  return resolved;
}

/** A key as people of this system know it. */
export function nameKey(chord: Chord): string {
  return nameChord(chord, isMac);
}

/** The name of a key that can't be changed, given as it would be stored: `ctrl+c`. */
export function nameFixedKey(key: string): string {
  const chord = parseChord(key);
  return chord ? nameKey(chord) : key;
}

/** The keys that run commands now. */
export function getKeyBindings(): readonly KeyBinding[] {
  return resolveKeys(usePreferences.getState()).bindings;
}

/** The names of all keys that a command has now. */
export function getKeyNames(command: MenuCommand): string[] {
  return resolveKeys(usePreferences.getState()).getNames(command);
}

/** The name of the first key that a command has now, to be shown with it. */
export function getKeyName(command: MenuCommand): string | undefined {
  return getKeyNames(command)[0];
}

/** The same as `getKeyName`, for components, which render again when the key changes. */
export function useKeyName(command: MenuCommand): string | undefined {
  return usePreferences((preferences) => resolveKeys(preferences).getNames(command)[0]);
}

/** Returns `getKeyName` for several commands. The component renders again when any key changes. */
export function useKeyNames(): (command: MenuCommand) => string | undefined {
  const { getNames } = usePreferences(resolveKeys);
  return (command) => getNames(command)[0];
}

/** The shortest key that a command has, for components. */
export function useShortestKeyName(command: MenuCommand): string | undefined {
  return usePreferences((preferences) => getShortest(resolveKeys(preferences).getNames(command)));
}

function getShortest(names: readonly string[]): string | undefined {
  return [...names].sort((a, b) => a.length - b.length)[0];
}

/** Sets the keys that the library shows, now and after each change. */
export function showKeysInLibrary(): void {
  const show = () =>
    useLibraryKeys.setState({ find: getShortest(getKeyNames('find')), shortcuts: getKeyName('keys') });
  show();
  usePreferences.subscribe(show);
}

/** How a claim becomes the current one, to follow "go to a claim". */
export function describeWayToClaim(): string {
  const next = getKeyName('nextClaim');
  const previous = getKeyName('previousClaim');
  return next && previous ? `with ${next} and ${previous} or a click` : 'with a click';
}
