import { useId } from 'react';
import { hasChangedKeys } from '../../../shared/contract/keys/change-keys';
import { formatChord } from '../../../shared/contract/keys/chord';
import type { KeyBinding } from '../../../shared/contract/keys/key-bindings';
import { commandInfo, type MenuCommand } from '../../../shared/contract/menu-commands';
import { maxKeysOfCommand } from '../../../shared/domain/settings';
import { nameFixedKey, nameKey } from '../../state/keys';
import { Button } from '../../ui/button';
import { KeyRecorder } from './key-recorder';
import styles from './keys-dialog.module.css';
import type { KeyEditing } from './use-key-edit';

interface CommandRowProps {
  command: MenuCommand;
  bindings: readonly KeyBinding[];
  editing: KeyEditing;
}

/** A command with its keys: a button for each, which replaces it. */
export function CommandRow({ command, bindings, editing }: CommandRowProps) {
  const labelId = useId();
  const { label, fixedKey } = commandInfo[command];
  const name = label.replace(/…$/, '');
  const chords = bindings.filter((binding) => binding.command === command).map(({ chord }) => chord);
  const { edit } = editing;
  const current = edit?.command === command ? edit : null;
  return (
    <li className={styles.row}>
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
