const inverse = { undo: 'redo', redo: 'undo' } as const;

const history = new Set(['historyUndo', 'historyRedo']);

/**
 * Chromium has one list of what can be undone in all fields of the page. Where what is typed in a field is used up, the keys
 * for undo and redo would go on in another one, and take the focus there; here they stop.
 */
export function keepUndoInField(): void {
  document.addEventListener('beforeinput', (event) => {
    if (history.has(event.inputType) && event.target !== document.activeElement) event.preventDefault();
  });
}

/** The same for menus. Chromium does not ask before a command, so what it did to another field is taken back at once. */
export function stepInField(command: 'undo' | 'redo'): void {
  const field = document.activeElement;
  let isElsewhere = false;
  const notice = (event: Event) => {
    if (event.target === field) return;
    isElsewhere = true;
    event.stopImmediatePropagation();
  };
  document.addEventListener('input', notice, true);
  document.execCommand(command);
  if (isElsewhere) {
    document.execCommand(inverse[command]);
    if (field instanceof HTMLElement) field.focus();
  }
  document.removeEventListener('input', notice, true);
}
