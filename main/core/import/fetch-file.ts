import { createHash } from 'node:crypto';
import { StetError } from '../errors/stet-error';
import { currentTimestamp, type Platform } from '../platform';
import { getMediaType, toAttachmentName } from '../storage/vault/attachment-name';
import type { Task } from '../tasks/task';
import { describeLink } from '../web/external-link';
import { parseWebAddress } from '../web/web-address';
import type { FetchedFile } from './intake';

/**
 * Asks the reviewer, then fetches a page. Resolves to null when the reviewer refuses. Rejects with a `StetError` that says
 * what is wrong, or with the signal's reason when the task is cancelled.
 */
export async function fetchFile(
  address: string,
  task: Task,
  platform: Pick<Platform, 'dialogs' | 'fetchPage' | 'now'>,
): Promise<FetchedFile | null> {
  const parsed = parseWebAddress(address);
  if (!parsed.ok) throw new StetError('badRequest', parsed.message);
  if (!(await platform.dialogs.confirmFetch(describeLink(parsed.url)))) return null;
  const { url, name: pageName, type, charset, bytes } = await platform.fetchPage(parsed.url, task);
  const name = toAttachmentName(pageName);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const mime = type ?? getMediaType(name);
  return {
    origin: {
      kind: 'web',
      name,
      url,
      fetchedAt: currentTimestamp(platform),
      sha256,
      bytes: bytes.length,
      mime,
    },
    type,
    charset,
    bytes,
  };
}
