import { useState } from 'react';
import { changeKey, resetKeys } from '../../../shared/contract/keys/change-keys';
import type { Chord } from '../../../shared/contract/keys/chord';
import { findConflicts, getUsualChords, type KeyBinding, type KeyChanges } from '../../../shared/contract/keys/key-bindings';
import { commandInfo, type MenuCommand } from '../../../shared/contract/menu-commands';
import { nameKey } from '../../state/keys';
import { updatePreferences } from '../../state/preferences';

/** A change of a command's keys that is not finished yet. */
export type KeyEdit =
  /** A key is being pressed that replaces another one, or is added (null). */
  | { kind: 'recording'; command: MenuCommand; replaced: Chord | null }
  /** Another command has the key; `keys` are stored if the reviewer replaces it. */
  | { kind: 'conflict'; command: MenuCommand; message: string; keys: KeyChanges };

export interface KeyEditing {
  edit: KeyEdit | null;
  record: (command: MenuCommand, replaced: Chord | null) => void;
  /** Takes a key that was pressed while recording; null removes the one that was to be replaced. */
  take: (chord: Chord | null) => void;
  reset: (command: MenuCommand) => void;
  /** Replaces the key of the other command. */
  confirm: () => void;
  cancel: () => void;
}

/** Names the commands that would lose a key; null when there are none. */
function describeConflicts(
  chords: readonly Chord[],
  command: MenuCommand,
  bindings: readonly KeyBinding[],
): string | null {
  const sentences = chords.flatMap((chord) =>
    findConflicts(chord, command, bindings).map(
      (other) => `${nameKey(chord)} is also “${commandInfo[other].label}”.`,
    ),
  );
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** The steps of changing a key: press it, then decide if another command has it. Each change is stored at once. */
export function useKeyEdit(changes: KeyChanges, bindings: readonly KeyBinding[]): KeyEditing {
  const [edit, setEdit] = useState<KeyEdit | null>(null);
  const cancel = () => setEdit(null);
  const store = (keys: KeyChanges) => {
    setEdit(null);
    void updatePreferences({ keys: [...keys] });
  };
  const storeOrAsk = (command: MenuCommand, chords: readonly Chord[], keys: KeyChanges) => {
    const message = describeConflicts(chords, command, bindings);
    if (message === null) store(keys);
    else setEdit({ kind: 'conflict', command, message, keys });
  };
  return {
    edit,
    record: (command, replaced) => setEdit({ kind: 'recording', command, replaced }),
    take(chord) {
      if (edit?.kind !== 'recording') return;
      const { command, replaced } = edit;
      const keys = changeKey(changes, bindings, { command, replaced, chord });
      storeOrAsk(command, chord ? [chord] : [], keys);
    },
    reset: (command) => storeOrAsk(command, getUsualChords(command), resetKeys(changes, command)),
    confirm() {
      if (edit?.kind === 'conflict') store(edit.keys);
    },
    cancel,
  };
}
