import type { Verdict } from '../../../shared/domain/verdict';
import { closeDialog, useDialogs } from '../dialogs';
import { usePreferences } from '../preferences';

let asked = false;

/** Goes on with a verdict: at once when the reviewer's name is known, else after asking, once after each start. */
export function withReviewer(verdict: Verdict, goOn: () => void): void {
  if (verdict === 'unchecked' || usePreferences.getState().reviewer !== null || asked) {
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
