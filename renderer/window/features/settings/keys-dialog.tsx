import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { updatePreferences, usePreferences } from '#renderer/window/state/base/preferences.ts';
import { nameFixedKey, nameKey } from '#renderer/window/state/keys.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { SearchBox } from '#renderer/window/ui/fields/search-box.tsx';
import { getPressedChord } from '#renderer/window/ui/pressed-key.ts';
import { type Chord, formatChord } from '#shared/contract/keys/chord.ts';
import {
  changeKey,
  findConflicts,
  findReservation,
  getUsualChords,
  hasChangedKeys,
  type KeyBinding,
  type KeyChanges,
  resetAllKeys,
  resetKeys,
  resolveKeyBindings,
} from '#shared/contract/keys/key-bindings.ts';
import {
  commandGroups,
  commandInfo,
  type MenuCommand,
  menuCommands,
} from '#shared/contract/menu-commands.ts';
import { maxKeysOfCommand } from '#shared/domain/settings/settings.ts';
import { foldForSearch, foldQueryWords } from '#shared/text/characters/folding.ts';
import styles from './keys-dialog.module.css';

interface KeyRecorderProps {
  label: string;
  canRemove: boolean;
  /** Called with the key that was pressed; null removes the key. */
  onTake: (chord: Chord | null) => void;
  onCancel: () => void;
}

const modifierKeys = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'];

/** Takes the next key that is pressed. Tab leaves it, so that nobody is caught in it. */
function KeyRecorder({ label, canRemove, onTake, onCancel }: KeyRecorderProps) {
  const hintId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Tab' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (modifierKeys.includes(event.key)) return;
    if (isPlain && event.key === 'Escape') return onCancel();
    if (isPlain && event.key === 'Backspace' && canRemove) return onTake(null);
    const chord = getPressedChord(event.nativeEvent);
    const reservation = chord && findReservation(chord);
    if (!chord) setProblem(event.altKey ? 'Keys with Alt can’t be used.' : 'This key can’t be used.');
    else if (reservation !== null) setProblem(`${nameKey(chord)} ${reservation}, which can’t be changed.`);
    else onTake(chord);
  };
  return (
    <span className={styles.recorder}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed became this field
        autoFocus
        readOnly
        className={styles.recorderField}
        aria-label={`New key for ${label}`}
        aria-describedby={hintId}
        placeholder="Press a key"
        onKeyDown={onKeyDown}
        onBlur={onCancel}
      />
      <small id={hintId} role="status">
        {problem ?? `Escape cancels${canRemove ? ', Backspace removes the key' : ''}.`}
      </small>
    </span>
  );
}

/** A change of a command's keys that is not finished yet. */
type KeyEdit =
  /** A key is being pressed that replaces another one, or is added (null). */
  | { kind: 'recording'; command: MenuCommand; replaced: Chord | null }
  /** Another command has the key; `keys` are stored if the reviewer replaces it. */
  | { kind: 'conflict'; command: MenuCommand; message: string; keys: KeyChanges };

type KeyEditing = ReturnType<typeof useKeyEdit>;

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
function useKeyEdit(changes: KeyChanges, bindings: readonly KeyBinding[]) {
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
    record: (command: MenuCommand, replaced: Chord | null) =>
      setEdit({ kind: 'recording', command, replaced }),
    /** Takes a key that was pressed while recording; null removes the one that was to be replaced. */
    take(chord: Chord | null) {
      if (edit?.kind !== 'recording') return;
      const { command, replaced } = edit;
      const keys = changeKey(changes, bindings, { command, replaced, chord });
      storeOrAsk(command, chord ? [chord] : [], keys);
    },
    reset: (command: MenuCommand) =>
      storeOrAsk(command, getUsualChords(command), resetKeys(changes, command)),
    /** Replaces the key of the other command. */
    confirm() {
      if (edit?.kind === 'conflict') store(edit.keys);
    },
    cancel,
  };
}

interface CommandRowProps {
  command: MenuCommand;
  bindings: readonly KeyBinding[];
  editing: KeyEditing;
}

/** A command with its keys: a button for each, which replaces it. */
function CommandRow({ command, bindings, editing }: CommandRowProps) {
  const labelId = useId();
  const { label, fixedKey } = commandInfo[command];
  const name = label.replace(/…$/, '');
  const chords = bindings.filter((binding) => binding.command === command).map(({ chord }) => chord);
  const { edit } = editing;
  const current = edit?.command === command ? edit : null;
  return (
    <li className={`wrapping-row ${styles.row}`}>
      <span id={labelId}>{name}</span>
      {current?.kind === 'recording' ? (
        <KeyRecorder
          label={name}
          canRemove={current.replaced !== null}
          onTake={editing.take}
          onCancel={editing.cancel}
        />
      ) : current ? (
        <span className={styles.conflict} role="alert">
          {current.message}{' '}
          <Button onPress={editing.confirm} autoFocus>
            Replace
          </Button>
          <Button onPress={editing.cancel}>Cancel</Button>
        </span>
      ) : (
        <span className={styles.keys}>
          {chords.map((chord) => (
            <Button
              key={formatChord(chord)}
              aria-describedby={labelId}
              onPress={() => editing.record(command, chord)}
            >
              {nameKey(chord)}
            </Button>
          ))}
          {fixedKey !== undefined && (
            <small>
              <kbd>{nameFixedKey(fixedKey)}</kbd> can’t be changed
            </small>
          )}
          {chords.length < maxKeysOfCommand && (
            <Button kind="quiet" aria-describedby={labelId} onPress={() => editing.record(command, null)}>
              Add key
            </Button>
          )}
          {hasChangedKeys(command, bindings) && (
            <Button kind="quiet" aria-describedby={labelId} onPress={() => editing.reset(command)}>
              Reset
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

function findCommands(query: string, bindings: readonly KeyBinding[]): MenuCommand[] {
  const words = foldQueryWords(query);
  return menuCommands.filter((command) => {
    const { label, description = '' } = commandInfo[command];
    const keys = bindings.filter((binding) => binding.command === command);
    const all = foldForSearch([label, description, ...keys.map(({ chord }) => nameKey(chord))].join('\n'));
    return words.every((word) => all.includes(word));
  });
}

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { keys: changes, letterKeys } = usePreferences();
  const bindings = useMemo(() => resolveKeyBindings(changes), [changes]);
  const editing = useKeyEdit(changes, bindings);
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const found = findCommands(query, bindings);
  const groups = commandGroups
    .map((title) => ({ title, commands: found.filter((command) => commandInfo[command].group === title) }))
    .filter(({ commands }) => commands.length > 0);
  const resetAll = () => {
    editing.cancel();
    void updatePreferences({ keys: resetAllKeys(changes) });
  };
  return (
    <Dialog
      title="Change keyboard shortcuts"
      size="wide"
      onClose={onClose}
      footer={
        <DialogFooter confirmLabel="Done" onConfirm={onClose} onCancel={resetAll} cancelLabel="Reset all" />
      }
    >
      <div className={styles.searchBar}>
        <SearchBox
          label="Find a command or key"
          placeholder="Find a command or key"
          value={query}
          onChange={setQuery}
          inputRef={input}
          onKeyDown={() => {}}
          className=""
        />
      </div>
      <p className="small-muted">
        Press a key below to change it.
        {!letterKeys && ' Single-letter shortcuts are turned off in Settings.'} In the review of a new draft,
        P, A, 1 to 9 and Backspace keep their meaning.
      </p>
      {groups.length === 0 && <p role="status">No results</p>}
      {groups.map(({ title, commands }) => (
        <section key={title} aria-label={title}>
          <h3 className="section-heading">{title}</h3>
          <ul className="plain-list">
            {commands.map((command) => (
              <CommandRow key={command} command={command} bindings={bindings} editing={editing} />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
