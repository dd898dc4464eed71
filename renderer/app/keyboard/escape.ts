import { closeDialog, useDialogs } from '../../state/dialogs';

/** Presses Escape for whoever pressed it elsewhere. */
export function pressEscape(element: Element): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
}

/**
 * Gives Escape to the dialog that is open, though the focus is not in it yet: a key may follow right behind the one that
 * opened the dialog, even before it is drawn. False when there is no dialog.
 */
export function escapeDialog(): boolean {
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  if (dialog) pressEscape(dialog);
  else if (useDialogs.getState().open !== null) closeDialog();
  else return false;
  return true;
}
