import { useEffect } from 'react';
import { isLetterChord, isSameChord } from '../../../../shared/contract/keys/chord';
import type { VerdictKey } from '../../../../shared/domain/verdict';
import { useDialogs } from '../../../state/dialogs';
import { getKeyBindings, nameKey } from '../../../state/keys';
import { usePreferences } from '../../../state/preferences';
import { runLetterKey } from '../../../state/undo-redo';
import { getClaimIdOfRow } from '../../../state/view/selected-claims';
import { getPressedChord, getPressedKey } from '../../../ui/pressed-key';
import { focusableSelector, textFieldSelector, typeAheadSelector } from '../../../ui/selectors';

/**
 * The effect of each key. A key that can't be changed has the name of its character in upper case; `⌫` is Backspace and Delete.
 * The others have the name of the command of the window whose key they are.
 */
export type QueueKeyMap = ReadonlyMap<string, () => void>;

/** A letter that the queue takes for itself. None is left, and the compiler refuses it, if it is the key of a verdict. */
type QueueLetter<L extends string> = Exclude<L, Uppercase<VerdictKey>>;

export const postponeKey: QueueLetter<'P'> = 'P';
export const confirmAllKey: QueueLetter<'A'> = 'A';

interface QueueKeysProps {
  keys: QueueKeyMap;
  /** The keys while the row of a claim has the focus. They act on that claim. */
  getKeysOnRow?: (claimId: string) => QueueKeyMap;
}

/**
 * Listens to the keys of the queue wherever the focus is, except in a field; Enter is left to a control that it presses. It comes before the keys of the window: some keys
 * are the same there, and they would change the claim without going on to the next one.
 */
export function QueueKeys({ keys, getKeysOnRow }: QueueKeysProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing) return;
      if (useDialogs.getState().open !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${textFieldSelector}, ${typeAheadSelector}`)) return;
      if (event.key === 'Enter' && target?.closest(focusableSelector)) return;
      const claimId = getClaimIdOfRow(target);
      const effect = findEffect(event, claimId === null || !getKeysOnRow ? keys : getKeysOnRow(claimId));
      if (!effect) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held would judge one claim after the other.
      if (event.repeat && !effect.canRepeat) return;
      if (effect.letter === null) effect.run();
      else runLetterKey(effect.letter, effect.run);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keys, getKeysOnRow]);
  return null;
}

interface Effect {
  run: () => void;
  /** The name of a key that types a character; null for others. */
  letter: string | null;
  canRepeat: boolean;
}

function findEffect(event: KeyboardEvent, keys: QueueKeyMap): Effect | undefined {
  const fixed = event.ctrlKey || event.metaKey ? undefined : getFixedKey(event);
  const runFixed = fixed === undefined ? undefined : keys.get(fixed);
  if (fixed !== undefined && runFixed) {
    const isLetter = isSingleCharacter(fixed);
    if (isLetter && !usePreferences.getState().letterKeys) return undefined;
    return { run: runFixed, letter: isLetter ? fixed : null, canRepeat: false };
  }
  const pressed = getPressedChord(event);
  const binding = pressed && getKeyBindings().find(({ chord }) => isSameChord(chord, pressed));
  const run = binding && keys.get(binding.command);
  if (!run) return undefined;
  const { command, chord } = binding;
  const canRepeat = command === 'nextClaim' || command === 'previousClaim';
  return { run, letter: isLetterChord(chord) ? nameKey(chord) : null, canRepeat };
}

function getFixedKey(event: KeyboardEvent): string {
  const key = getPressedKey(event);
  return key === 'backspace' || key === 'delete' ? '⌫' : key.toUpperCase();
}

/** Keys of one character can be switched off in the settings. */
function isSingleCharacter(key: string): boolean {
  return /^[\w⌫]$/.test(key);
}
