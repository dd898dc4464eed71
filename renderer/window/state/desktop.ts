import { callMain } from './base/client.ts';
import { clearErrors, showError, showNotice } from './base/notices.ts';
import { nameFixedKey } from './keys.ts';

/** Opens an external link in the browser, after the person agreed to its host. */
export async function openLink(url: string): Promise<void> {
  await callMain('opening', 'link.open', { url });
}

/**
 * Pastes where the focus is. False when nothing was pasted, which is shown. The page may not read the clipboard, so main does
 * what Ctrl+V would do, and only right after it saw the person press a key or a button. A screen reader's press is not seen.
 */
export async function pasteAtFocus(): Promise<boolean> {
  const isPasted = await callMain('copying', 'app.paste', null);
  if (isPasted === false) showNotice(`Nothing was pasted. Press ${nameFixedKey('ctrl+v')} instead.`);
  return isPasted === true;
}

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
