import type { Verdict } from '../../shared/domain/verdict';
import { closeDialog, useDialogs } from './dialogs';
import { usePreferences } from './preferences';

let wasAsked = false;

/**
 * Runs `setVerdict` at once when the reviewer's name is known or not needed. Otherwise it asks for the name first, once per
 * start of the window.
 */
export function withReviewerName(verdict: Verdict, setVerdict: () => void): void {
  if (verdict === 'unchecked' || usePreferences.getState().reviewer !== null || wasAsked) {
    setVerdict();
    return;
  }
  wasAsked = true;
  useDialogs.setState({ open: 'reviewer', afterReviewer: setVerdict });
}

/** The person gave a name or declined. */
export function finishReviewerQuestion(): void {
  const { afterReviewer } = useDialogs.getState();
  closeDialog();
  useDialogs.setState({ afterReviewer: null });
  afterReviewer?.();
}
