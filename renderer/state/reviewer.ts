import { closeDialog, useDialogs } from './dialogs';
import { usePreferences } from './preferences';

let asked = false;

/** Goes on at once when the reviewer's name is known; else asks for it first, once after each start. */
export function withReviewer(goOn: () => void): void {
  if (usePreferences.getState().reviewer !== null || asked) {
    goOn();
    return;
  }
  asked = true;
  useDialogs.setState({ open: 'reviewer', afterReviewer: goOn });
}

/** The question was answered, or put off. */
export function reviewerAnswered(): void {
  const { afterReviewer } = useDialogs.getState();
  closeDialog();
  useDialogs.setState({ afterReviewer: null });
  afterReviewer?.();
}
