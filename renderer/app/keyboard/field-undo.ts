type Step = 'undo' | 'redo';

const inverse: Record<Step, Step> = { undo: 'redo', redo: 'undo' };

const stepByInputType: Record<string, Step | undefined> = { historyUndo: 'undo', historyRedo: 'redo' };

/**
 * Undoes or redoes in the field that has the focus. Chromium has one undo stack for all fields of the page: after the steps of
 * this field it would change another field and focus it. That is reverted at once.
 */
export function undoOrRedoInField(step: Step): void {
  const field = document.activeElement;
  let isOtherField = false;
  const onInput = (event: Event) => {
    if (event.target === field) return;
    isOtherField = true;
    event.stopImmediatePropagation();
  };
  document.addEventListener('input', onInput, true);
  document.execCommand(step);
  if (isOtherField) {
    document.execCommand(inverse[step]);
    if (field instanceof HTMLElement) field.focus();
  }
  document.removeEventListener('input', onInput, true);
}

/** Handles the keys for undo and redo in fields the same way. Without it, Chromium handles them itself. */
export function listenToFieldUndo(): void {
  document.addEventListener('beforeinput', (event) => {
    const step = stepByInputType[event.inputType];
    if (!step) return;
    event.preventDefault();
    undoOrRedoInField(step);
  });
}
