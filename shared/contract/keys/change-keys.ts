import { type MenuCommand, menuCommands } from '../menu-commands';
import { type Chord, formatChord, isSameChord, parseChord } from './chord';
import { getUsualChords, type KeyBinding, type KeyChanges } from './key-bindings';

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
  const before = bindings.filter((binding) => binding.command === command).map((binding) => binding.chord);
  const after = before.flatMap((known) => {
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
  const keys = bindings
    .filter((binding) => binding.command === command)
    .map(({ chord }) => formatChord(chord));
  return keys.join(' ') !== getUsualChords(command).map(formatChord).join(' ');
}
