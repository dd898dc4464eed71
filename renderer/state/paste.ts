import { client } from './client';
import { mention, say, settleProblems } from './notices';

/**
 * Pastes where the focus is; false when nothing is pasted, and it was said so. The page may not read the clipboard: main does
 * what the key would do, if it saw a person ask for it. It sees no press that a screen reader does in a person's place.
 */
export async function pasteHere(): Promise<boolean> {
  settleProblems('copying');
  const answer = await client.call('app.paste', null);
  if (!answer.ok) say(answer.error.message, 'copying');
  else if (!answer.value) mention('Nothing was pasted. Press Ctrl+V instead.');
  return answer.ok && answer.value;
}
