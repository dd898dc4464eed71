import { openPasteWith, useDialogs } from '../state/dialogs';
import { currentSession } from '../state/open-review';

/** In the library, pasting anywhere offers the text as a new article. */
export function listenToPaste(): void {
  window.addEventListener('paste', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (currentSession() || useDialogs.getState().open !== null || target?.closest('input, textarea')) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    event.preventDefault();
    openPasteWith(text);
  });
}
