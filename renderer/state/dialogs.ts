import { create } from 'zustand';

type DialogName =
  | 'paste'
  | 'openWeb'
  | 'preview'
  | 'pasteDraft'
  | 'drafts'
  | 'compare'
  | 'corrections'
  | 'links'
  | 'mergeSources'
  | 'details'
  | 'export'
  | 'settings'
  | 'keys'
  | 'about'
  | 'reviewer';

interface Dialogs {
  open: DialogName | null;
  /** What waits for the reviewer's name. */
  afterReviewer: (() => void) | null;
}

/** Which dialog is open; there is one at a time. */
export const useDialogs = create<Dialogs>()(() => ({ open: null, afterReviewer: null }));

export function openDialog(name: DialogName): void {
  useDialogs.setState({ open: name });
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
  useDialogs.setState({ open: null });
}
