/** CSS selectors for kinds of elements that several parts of the window look for. */

/** Controls that can take the focus. */
export const focusableSelector =
  'button:not(:disabled), input:not(:disabled), textarea, select, a[href], [tabindex]:not([tabindex="-1"])';

/** Fields in which text is typed, and where undo is the field's own. Radios and checkboxes are inputs without text. */
export const textFieldSelector =
  'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"])';

/** Controls in which typed characters choose an entry, and the buttons that stand for a closed list of entries. */
export const typeAheadSelector = '[role="listbox"], [role="menu"], select, [aria-haspopup="listbox"]';
