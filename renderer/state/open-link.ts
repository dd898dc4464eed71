import { client } from './client';
import { clearErrors, showError } from './notices';

/** Opens an external link in the browser, after the person agreed to its host. */
export async function openLink(url: string): Promise<void> {
  clearErrors('opening');
  const answer = await client.call('link.open', { url });
  if (!answer.ok) showError(answer.error.message, 'opening');
}
