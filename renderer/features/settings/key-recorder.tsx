import { type KeyboardEvent, useId, useState } from 'react';
import type { Chord } from '../../../shared/contract/keys/chord';
import { findReservation } from '../../../shared/contract/keys/reserved-chords';
import { nameKey } from '../../state/keys';
import { getPressedChord } from '../../ui/pressed-chord';
import styles from './keys-dialog.module.css';

interface KeyRecorderProps {
  /** The label of the command. */
  label: string;
  /** Whether there is a key to be removed. */
  canRemove: boolean;
  /** Called with the key that was pressed; null removes the key. */
  onTake: (chord: Chord | null) => void;
  onCancel: () => void;
}

const modifierKeys = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'];

/** Takes the next key that is pressed. Tab leaves it, so that nobody is caught in it. */
export function KeyRecorder({ label, canRemove, onTake, onCancel }: KeyRecorderProps) {
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
