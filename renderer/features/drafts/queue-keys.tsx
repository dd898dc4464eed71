import { useEffect } from 'react';
import { useDialogs } from '../../state/dialogs';
import { usePreferences } from '../../state/preferences';
import { pressed } from '../../ui/pressed';
import { textField, typeAhead } from '../../ui/text-field';

/** A key as the queue names it; `⌫` for both keys that delete. */
function named(event: KeyboardEvent): string {
  const key = pressed(event);
  return key === 'backspace' || key === 'delete' ? '⌫' : key.toUpperCase();
}

/**
 * The keys of the queue, wherever the focus is but in a field: before the keys of the window, some of which are the same and
 * would do it to the claim without going on.
 */
export function QueueKeys({ keys }: { keys: ReadonlyMap<string, () => void> }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (useDialogs.getState().open !== null) return;
      if (event.target instanceof Element && event.target.closest(`${textField}, ${typeAhead}`)) return;
      const key = named(event);
      const run = keys.get(key);
      // Single letters can be switched off.
      if (!run || (/^[\w⌫]$/.test(key) && !usePreferences.getState().letterKeys)) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [keys]);
  return null;
}
