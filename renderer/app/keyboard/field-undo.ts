type Step = 'undo' | 'redo';

const inverse: Record<Step, Step> = { undo: 'redo', redo: 'undo' };

const stepOf: Record<string, Step | undefined> = { historyUndo: 'undo', historyRedo: 'redo' };

/**
 * Undoes or redoes in the field that has the focus. Chromium has one list of such steps for all fields of the page, and where
 * those of the field are used up it goes on in another one, and takes the focus there; that is taken back at once.
 */
export function stepInField(step: Step): void {
  const field = document.activeElement;
  let isElsewhere = false;
  const notice = (event: Event) => {
    if (event.target === field) return;
    isElsewhere = true;
    event.stopImmediatePropagation();
  };
  document.addEventListener('input', notice, true);
  document.execCommand(step);
  if (isElsewhere) {
    document.execCommand(inverse[step]);
    if (field instanceof HTMLElement) field.focus();
  }
  document.removeEventListener('input', notice, true);
}

/** Does so for the keys as well, which Chromium turns into such steps itself. */
export function keepUndoInField(): void {
  document.addEventListener('beforeinput', (event) => {
    const step = stepOf[event.inputType];
    if (!step) return;
    event.preventDefault();
    stepInField(step);
  });
}
