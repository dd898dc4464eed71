import { create } from 'zustand';

type DialogName = 'paste' | 'details' | 'export' | 'settings' | 'keys' | 'about' | 'reviewer';

interface Dialogs {
  open: DialogName | null;
  /** Text that came with a paste before the dialog was open. */
  pasted: string;
  /** What waits for the reviewer's name. */
  afterReviewer: (() => void) | null;
}

/** Which dialog is open; there is one at a time. */
export const useDialogs = create<Dialogs>()(() => ({ open: null, pasted: '', afterReviewer: null }));

export function openDialog(name: DialogName): void {
  useDialogs.setState({ open: name, pasted: '' });
}

export function openPasteWith(text: string): void {
  useDialogs.setState({ open: 'paste', pasted: text });
}

/** Runs at once, or once the dialog that is open now was closed: nothing happens behind its back. */
export function whenNoDialog(run: () => void): void {
  if (useDialogs.getState().open === null) {
    run();
    return;
  }
  const end = useDialogs.subscribe(({ open }) => {
    if (open !== null) return;
    end();
    run();
  });
}

export function closeDialog(): void {
  useDialogs.setState({ open: null, pasted: '' });
}
