import { openPaste } from '../features/import/import-steps';
import { pastedWords } from '../features/import/pasted-words';
import { useDialogs } from '../state/dialogs';
import { currentSession } from '../state/open-review';

/** In the library, pasting anywhere opens what was copied as an article. */
export function listenToPaste(): void {
  window.addEventListener('paste', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (currentSession() || useDialogs.getState().open !== null || target?.closest('input, textarea')) return;
    const pasted = pastedWords(event.clipboardData);
    if (pasted === null) return;
    event.preventDefault();
    void openPaste(pasted, null);
  });
}
