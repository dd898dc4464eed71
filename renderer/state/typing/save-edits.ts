import type { Session } from '../review/session';
import { commitTyping } from './commit-typing';

/**
 * Makes changes of what is being typed, and waits until all changes are on the disk: what main does next is based on them.
 * False while saving is failing. Without an open review there is nothing to wait for.
 */
export async function saveEdits(session: Session | null): Promise<boolean> {
  commitTyping();
  return session === null || session.waitUntilSaved();
}
