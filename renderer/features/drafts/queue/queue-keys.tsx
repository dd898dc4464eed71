import { useEffect } from 'react';
import { useDialogs } from '../../../state/dialogs';
import { usePreferences } from '../../../state/preferences';
import { getClaimIdOfRow } from '../../../state/view/claim-row';
import { getPressedKey } from '../../../ui/pressed-key';
import { textFieldSelector, typeAheadSelector } from '../../../ui/selectors';

/** The effect of each key. The name of a key is its character in upper case; `⌫` is Backspace and Delete. */
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
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (useDialogs.getState().open !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${textFieldSelector}, ${typeAheadSelector}`)) return;
      const key = getQueueKey(event);
      const claimId = getClaimIdOfRow(target);
      const run = (claimId === null || !getKeysOnRow ? keys : getKeysOnRow(claimId)).get(key);
      if (!run || (isSingleCharacter(key) && !usePreferences.getState().letterKeys)) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keys, getKeysOnRow]);
  return null;
}

function getQueueKey(event: KeyboardEvent): string {
  const key = getPressedKey(event);
  return key === 'backspace' || key === 'delete' ? '⌫' : key.toUpperCase();
}

/** Keys of one character can be switched off in the settings. */
function isSingleCharacter(key: string): boolean {
  return /^[\w⌫]$/.test(key);
}
