import { client } from './client';
import { nameFixedKey } from './keys';
import { clearErrors, showError, showNotice } from './notices';

/**
 * Pastes where the focus is. False when nothing was pasted, which is shown. The page may not read the clipboard, so main does
 * what Ctrl+V would do, and only right after it saw the person press a key or a button. A screen reader's press is not seen.
 */
export async function pasteAtFocus(): Promise<boolean> {
  clearErrors('copying');
  const answer = await client.call('app.paste', null);
  if (!answer.ok) showError(answer.error.message, 'copying');
  else if (!answer.value) showNotice(`Nothing was pasted. Press ${nameFixedKey('ctrl+v')} instead.`);
  return answer.ok && answer.value;
}
