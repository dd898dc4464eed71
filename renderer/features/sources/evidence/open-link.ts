import { client } from '../../../state/client';
import { say, settleProblems } from '../../../state/notices';

/** Opens an outside link, once its host was shown and agreed to. */
export async function openLink(url: string): Promise<void> {
  settleProblems('opening');
  const answer = await client.call('link.open', { url });
  if (!answer.ok) say(answer.error.message, 'opening');
}
