import { clearErrors, showError, showNotice } from './notices';

/** Copies text to the clipboard. */
export async function copyText(text: string): Promise<void> {
  clearErrors('copying');
  try {
    await navigator.clipboard.writeText(text);
    showNotice('Copied.');
  } catch {
    // The browser refuses while another window has the focus.
    showError('Nothing was copied, because the window was in the background. Try again.', 'copying');
  }
}
