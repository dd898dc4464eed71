import type { Settings } from '#shared/domain/settings/settings.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import { commandInfo, type MenuCommand, menuCommands } from '../menu-commands.ts';
import { type Chord, formatChord, isLetterChord, isSameChord, parseChord } from './chord.ts';

/** Chords of text fields, the menu bar and the system, with what they do. */
const reservedChords: Readonly<Record<string, string>> = {
  'ctrl+a': 'selects all',
  'ctrl+c': 'copies',
  'ctrl+v': 'pastes',
  'ctrl+x': 'cuts',
  'ctrl+w': 'closes the window',
  'ctrl+q': 'quits Stet',
  'ctrl+enter': 'confirms a form',
  'ctrl+delete': 'deletes a word',
  'ctrl+shift+v': 'pastes',
  'ctrl+shift++': 'zooms the window',
  'ctrl+shift+=': 'zooms the window',
  'ctrl+shift+-': 'zooms the window',
  'ctrl+shift+0': 'zooms the window',
  'ctrl+shift+i': 'opens the developer tools',
  f2: 'renames an article in the library',
  f10: 'opens the menu bar',
  f11: 'shows the window on the whole screen',
  'shift+f10': 'opens the context menu',
};

/** Keys that no command can have, with or without modifiers. */
const reservedKeys: Readonly<Record<string, string>> = {
  escape: 'leaves what is open',
  tab: 'moves to the next control',
  backspace: 'deletes text',
  contextmenu: 'opens the context menu',
  ...createRecord(['arrowup', 'arrowdown', 'arrowleft', 'arrowright'], () => 'moves in the text'),
  ...createRecord(['home', 'end'], () => 'moves in the text'),
  pageup: 'scrolls',
  pagedown: 'scrolls',
};

/** The fixed effect of a reserved chord, such as "copies"; null for a chord that a command can have. */
export function findReservation(chord: Chord): string | null {
  return reservedKeys[chord.key] ?? reservedChords[formatChord(chord)] ?? null;
}

/** The keys that the reviewer chose, as the settings store them. They may name commands and keys of another version. */
export type KeyChanges = Settings['keys'];

export interface KeyBinding {
  command: MenuCommand;
  chord: Chord;
}

/** The chords that a list of stored keys names, each once. Other texts and reserved chords are left out. */
function parseChords(keys: readonly string[]): Chord[] {
  const chords = new Map<string, Chord>();
  for (const key of keys) {
    const chord = parseChord(key);
    if (chord && findReservation(chord) === null) chords.set(formatChord(chord), chord);
  }
  return [...chords.values()];
}

export function getUsualChords(command: MenuCommand): Chord[] {
  return parseChords(commandInfo[command].keys ?? []);
}

/** The keys that were chosen for a command; null when it has its usual ones, also when none of those that are stored is known. */
function getChosenChords(command: MenuCommand, changes: KeyChanges): Chord[] | null {
  const stored = changes.findLast((change) => change.command === command);
  if (!stored) return null;
  const chords = parseChords(stored.keys);
  return chords.length === 0 && stored.keys.length > 0 ? null : chords;
}

/**
 * The keys of all commands in the order of the contract: those that were chosen, and the usual ones of all other commands. A
 * usual key that was chosen for another command is that command's alone; if a key was chosen for two, the first one has it.
 */
export function resolveKeyBindings(changes: KeyChanges): KeyBinding[] {
  const chosenFor = new Map<string, MenuCommand>();
  for (const command of menuCommands)
    for (const chord of getChosenChords(command, changes) ?? [])
      if (!chosenFor.has(formatChord(chord))) chosenFor.set(formatChord(chord), command);
  return menuCommands.flatMap((command) =>
    (getChosenChords(command, changes) ?? getUsualChords(command))
      .filter((chord) => (chosenFor.get(formatChord(chord)) ?? command) === command)
      .map((chord) => ({ command, chord })),
  );
}

/** The keys that work: without single letters if they are switched off. */
export function resolveActiveBindings({
  keys,
  letterKeys,
}: Pick<Settings, 'keys' | 'letterKeys'>): KeyBinding[] {
  return resolveKeyBindings(keys).filter(({ chord }) => letterKeys || !isLetterChord(chord));
}

function getChords(command: MenuCommand, bindings: readonly KeyBinding[]): Chord[] {
  return bindings.filter((binding) => binding.command === command).map(({ chord }) => chord);
}

/** Finds the keys that a command has now, the first one to be shown, with the one that can't be changed if it has one. */
export function createChordFinder(
  settings: Pick<Settings, 'keys' | 'letterKeys'>,
): (command: MenuCommand) => Chord[] {
  const bindings = resolveActiveBindings(settings);
  return (command) => {
    const chords = getChords(command, bindings);
    const fixed = parseChord(commandInfo[command].fixedKey ?? '');
    return fixed ? [...chords, fixed] : chords;
  };
}

/** The other commands that a chord runs. */
export function findConflicts(
  chord: Chord,
  command: MenuCommand,
  bindings: readonly KeyBinding[],
): MenuCommand[] {
  return bindings
    .filter((binding) => binding.command !== command && isSameChord(binding.chord, chord))
    .map((binding) => binding.command);
}

function isKnown({ command }: KeyChanges[number]): boolean {
  return menuCommands.some((known) => known === command);
}

function isKeyIn(key: string, chords: readonly Chord[]): boolean {
  const chord = parseChord(key);
  return chord !== null && chords.some((other) => isSameChord(other, chord));
}

/** The changes of the commands other than `command`, without these keys. Commands of another version keep theirs. */
function takeFromOthers(changes: KeyChanges, command: MenuCommand, chords: readonly Chord[]): KeyChanges {
  return changes
    .filter((change) => change.command !== command)
    .map((change) =>
      isKnown(change) && change.keys.some((key) => isKeyIn(key, chords))
        ? { ...change, keys: change.keys.filter((key) => !isKeyIn(key, chords)) }
        : change,
    );
}

interface KeyChange {
  command: MenuCommand;
  /** The key that is replaced or removed; null to add one. */
  replaced: Chord | null;
  /** The key that takes its place; null to remove it. */
  chord: Chord | null;
}

/** Changes one key of a command. The commands that had the new key lose it. `bindings` are the keys as they are. */
export function changeKey(
  changes: KeyChanges,
  bindings: readonly KeyBinding[],
  { command, replaced, chord }: KeyChange,
): KeyChanges {
  const after = getChords(command, bindings).flatMap((known) => {
    if (replaced === null || !isSameChord(known, replaced)) return [known];
    return chord ? [chord] : [];
  });
  if (replaced === null && chord) after.push(chord);
  const keys = [...new Set(after.map(formatChord))];
  const others = takeFromOthers(changes, command, chord ? [chord] : []);
  if (keys.join(' ') === getUsualChords(command).map(formatChord).join(' ')) return others;
  const stored = changes.findLast((change) => change.command === command);
  return [...others, { ...stored, command, keys }];
}

/** Gives a command its usual keys. The commands for which they were chosen lose them. */
export function resetKeys(changes: KeyChanges, command: MenuCommand): KeyChanges {
  return takeFromOthers(changes, command, getUsualChords(command));
}

/** Gives all commands their usual keys. */
export function resetAllKeys(changes: KeyChanges): KeyChanges {
  return changes.filter((change) => !isKnown(change));
}

/** Whether a command has other keys than usual. */
export function hasChangedKeys(command: MenuCommand, bindings: readonly KeyBinding[]): boolean {
  const keys = getChords(command, bindings).map(formatChord);
  return keys.join(' ') !== getUsualChords(command).map(formatChord).join(' ');
}
