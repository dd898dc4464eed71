import { currentSession } from '../article/open-review';
import type { Session } from '../review/session';
import { commitTyping } from './commit-typing';

/**
 * Makes changes of what is being typed, and waits until all changes are on the disk: what main does next is based on them.
 * False while saving is failing. Without an open review there is nothing to wait for.
 */
export async function saveEdits(session: Session | null): Promise<boolean> {
  commitTyping();
  for (let waiting = session; waiting !== null; ) {
    if (await waiting.waitUntilSaved()) return true;
    // When the article was loaded again meanwhile, the edits go on in another session.
    const shown = currentSession();
    if (shown === waiting || shown?.articleId !== waiting.articleId) return false;
    waiting = shown;
  }
  return true;
}
