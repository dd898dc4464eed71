import { create } from 'zustand';

export type DialogName =
  | 'paste'
  | 'openWeb'
  | 'preview'
  | 'pasteDraft'
  | 'drafts'
  | 'compare'
  | 'corrections'
  | 'links'
  | 'mergeSources'
  | 'tags'
  | 'attachSeveral'
  | 'details'
  | 'export'
  | 'overview'
  | 'leaks'
  | 'settings'
  | 'restore'
  | 'check'
  | 'keys'
  | 'changeKeys'
  | 'palette'
  | 'about'
  | 'reviewer'
  | 'librarySearch';

/** A part of a dialog that is looked for, so that it is unfolded and has the focus. */
type DialogPart = 'claimReview' | 'deadline' | 'link' | 'language';

interface Dialogs {
  open: DialogName | null;
  /** The part of the open dialog that is looked for; null for its beginning. */
  part: DialogPart | null;
}

/** The dialog that is open. Only one can be open at a time. */
export const useDialogs = create<Dialogs>()(() => ({ open: null, part: null }));

export function openDialog(name: DialogName, part: DialogPart | null = null): void {
  useDialogs.setState({ open: name, part });
}

/** Runs at once, or after the dialog that is open now was closed, so that nothing changes behind it. */
export function runWhenNoDialog(run: () => void): void {
  if (useDialogs.getState().open === null) {
    run();
    return;
  }
  const unsubscribe = useDialogs.subscribe(({ open }) => {
    if (open !== null) return;
    unsubscribe();
    run();
  });
}

export function closeDialog(): void {
  useDialogs.setState({ open: null });
}
