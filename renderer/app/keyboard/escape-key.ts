import { closeDialog, useDialogs } from '../../state/dialogs';

/** Dispatches Escape on an element, for a key press that happened elsewhere. */
export function pressEscape(element: Element): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
}

/**
 * Passes Escape to the open dialog when the focus is not in it yet: the key may follow immediately after the one that opened the
 * dialog, even before the dialog is rendered. False when there is no dialog.
 */
export function escapeDialog(): boolean {
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  if (dialog) pressEscape(dialog);
  else if (useDialogs.getState().open !== null) closeDialog();
  else return false;
  return true;
}
