import { type Chord, createChord } from '../../shared/contract/keys/chord';
import { getPressedKey } from './pressed-key';

/** The chord that was pressed; null with Alt, which belongs to the menu bar and to typing, and for keys that are no chord. */
export function getPressedChord(event: KeyboardEvent): Chord | null {
  if (event.altKey) return null;
  return createChord(getPressedKey(event), { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey });
}
