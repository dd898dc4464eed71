import { createHash } from 'node:crypto';
import { createFileOrigin, type Origin } from '../../../shared/domain/draft/draft-origin';
import type { ImportedFile } from '../platform';

/** The origin of a file that goes into the vault: it names the content. A fetched page names its own. */
export function nameOriginal({ origin, bytes }: ImportedFile): Origin {
  if (origin.kind !== 'file') return origin;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return createFileOrigin(origin.name, { sha256, bytes: bytes.length });
}
