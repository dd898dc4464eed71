import { useEffect } from 'react';
import { type Chord, createChord } from '#shared/contract/keys/chord.ts';

/**
 * The letter or digit that was pressed, in lower case, or the name of another key, such as `space`. On a layout without that
 * character on the key, such as a Cyrillic one or the French one with its digits under Shift, it is the character of the US
 * layout.
 */
export function getPressedKey(event: KeyboardEvent): string {
  if (event.key === ' ') return 'space';
  const usCharacter = /^(?:Key|Digit)([A-Z\d])$/.exec(event.code)?.[1];
  const isNonAscii = event.key.length === 1 && event.key > '\u007f';
  return (isNonAscii && usCharacter ? usCharacter : event.key).toLowerCase();
}

/** The chord that was pressed; null with Alt, which belongs to the menu bar and to typing, and for keys that are no chord. */
export function getPressedChord(event: KeyboardEvent): Chord | null {
  if (event.altKey) return null;
  return createChord(getPressedKey(event), { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey });
}

/** While `cancel` is given, Escape calls it and does nothing else. */
export function useEscape(cancel: (() => void) | null): void {
  useEffect(() => {
    if (!cancel) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [cancel]);
}
