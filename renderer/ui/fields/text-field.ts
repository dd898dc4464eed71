/** Where letters are written and undo is the field's own. Radios and checkboxes are inputs too, but take no text. */
export const textField =
  'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"])';

/** Where letters choose an entry. */
export const typeAhead = '[role="listbox"], [role="menu"], select';
