import { createHash } from 'node:crypto';
import { StetError } from '../errors/stet-error';
import { moment, type Outside } from '../platform';
import { attachmentName, mediaType } from '../storage/vault/attachment-name';
import type { Task } from '../tasks/tasks';
import { readWebAddress } from '../web/address';
import { describeLink } from '../web/outside-link';
import type { FetchedFile } from './intake';

/**
 * Fetches a page once the reviewer agreed; null when not. Rejects with a `StetError` that says what is wrong, or with the
 * signal's reason when the task is cancelled.
 */
export async function fetchedFile(
  address: string,
  task: Task,
  outside: Pick<Outside, 'dialogs' | 'fetchPage' | 'now'>,
): Promise<FetchedFile | null> {
  const asked = readWebAddress(address);
  if (!asked.ok) throw new StetError('badRequest', asked.message);
  if (!(await outside.dialogs.confirmFetch(describeLink(asked.url)))) return null;
  const { url, name: given, type, charset, bytes } = await outside.fetchPage(asked.url, task);
  const name = attachmentName(given);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const mime = type ?? mediaType(name);
  return {
    origin: { kind: 'web', name, url, fetchedAt: moment(outside), sha256, bytes: bytes.length, mime },
    type,
    charset,
    bytes,
  };
}
