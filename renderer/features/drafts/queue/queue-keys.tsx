import { useEffect } from 'react';
import { useDialogs } from '../../../state/dialogs';
import { usePreferences } from '../../../state/preferences';
import { claimOfRow } from '../../../state/review/claim-of-row';
import { textField, typeAhead } from '../../../ui/fields/text-field';
import { pressed } from '../../../ui/pressed';

/** A key as the queue names it; `⌫` for both keys that delete. */
function named(event: KeyboardEvent): string {
  const key = pressed(event);
  return key === 'backspace' || key === 'delete' ? '⌫' : key.toUpperCase();
}

interface QueueKeysProps {
  keys: ReadonlyMap<string, () => void>;
  /** The keys while the row of a claim has the focus: they act on that claim. */
  keysOnRow?: (claimId: string) => ReadonlyMap<string, () => void>;
}

/**
 * The keys of the queue, wherever the focus is but in a field: before the keys of the window, some of which are the same and
 * would do it to the claim without going on.
 */
export function QueueKeys({ keys, keysOnRow }: QueueKeysProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (useDialogs.getState().open !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${textField}, ${typeAhead}`)) return;
      const key = named(event);
      const row = claimOfRow(target);
      const run = (row === null || !keysOnRow ? keys : keysOnRow(row)).get(key);
      // Single letters can be switched off.
      if (!run || (/^[\w⌫]$/.test(key) && !usePreferences.getState().letterKeys)) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keys, keysOnRow]);
  return null;
}
