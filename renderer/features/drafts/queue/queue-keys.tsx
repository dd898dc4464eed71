import { useEffect } from 'react';
import { isSameChord } from '../../../../shared/contract/keys/chord';
import { useDialogs } from '../../../state/dialogs';
import { getKeyBindings } from '../../../state/keys';
import { usePreferences } from '../../../state/preferences';
import { getClaimIdOfRow } from '../../../state/view/claim-row';
import { getPressedChord } from '../../../ui/pressed-chord';
import { getPressedKey } from '../../../ui/pressed-key';
import { textFieldSelector, typeAheadSelector } from '../../../ui/selectors';

/**
 * The effect of each key. A key that can't be changed has the name of its character in upper case; `⌫` is Backspace and Delete.
 * The others have the name of the command of the window whose key they are.
 */
export type QueueKeyMap = ReadonlyMap<string, () => void>;

interface QueueKeysProps {
  keys: QueueKeyMap;
  /** The keys while the row of a claim has the focus. They act on that claim. */
  getKeysOnRow?: (claimId: string) => QueueKeyMap;
}

/**
 * Listens to the keys of the queue wherever the focus is, except in a field. It comes before the keys of the window: some keys
 * are the same there, and they would change the claim without going on to the next one.
 */
export function QueueKeys({ keys, getKeysOnRow }: QueueKeysProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing) return;
      if (useDialogs.getState().open !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${textFieldSelector}, ${typeAheadSelector}`)) return;
      const claimId = getClaimIdOfRow(target);
      const run = findEffect(event, claimId === null || !getKeysOnRow ? keys : getKeysOnRow(claimId));
      if (!run) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keys, getKeysOnRow]);
  return null;
}

function findEffect(event: KeyboardEvent, keys: QueueKeyMap): (() => void) | undefined {
  const fixed = event.ctrlKey || event.metaKey ? undefined : getFixedKey(event);
  if (fixed !== undefined && keys.has(fixed)) {
    const isSwitchedOff = isSingleCharacter(fixed) && !usePreferences.getState().letterKeys;
    return isSwitchedOff ? undefined : keys.get(fixed);
  }
  const pressed = getPressedChord(event);
  const command = pressed && getKeyBindings().find(({ chord }) => isSameChord(chord, pressed))?.command;
  return command ? keys.get(command) : undefined;
}

function getFixedKey(event: KeyboardEvent): string {
  const key = getPressedKey(event);
  return key === 'backspace' || key === 'delete' ? '⌫' : key.toUpperCase();
}

/** Keys of one character can be switched off in the settings. */
function isSingleCharacter(key: string): boolean {
  return /^[\w⌫]$/.test(key);
}
