import { getErrorCode } from '../../errors/error-code';
import { decodeChecksummed } from '../files/checksummed-text';
import { LinkError, readFile } from '../files/disk';
import { describeReadFailure } from '../files/disk-messages';
import type { CheckWork } from './check-work';
import type { Finding } from './findings';

/** The bytes of a JSON file whose checksum is right; null otherwise, after a finding was added. A missing file is no finding, nor is a link. */
export async function readFileForCheck(
  path: string,
  where: Pick<Finding, 'title' | 'file'>,
  { found, onBytes }: Pick<CheckWork, 'found' | 'onBytes'>,
  offer: Partial<Pick<Finding, 'remedy' | 'repair'>> = {},
): Promise<Buffer | null> {
  try {
    const bytes = await readFile(path);
    onBytes(where.title ?? '', bytes.length);
    const decoded = decodeChecksummed(bytes);
    if (decoded.ok) return bytes;
    found.add({ kind: 'damage', ...where, problem: `The file is damaged: ${decoded.reason}.`, ...offer });
  } catch (error) {
    // A link is named by `check-links.ts`.
    if (error instanceof LinkError || getErrorCode(error) === 'ENOENT') return null;
    const problem = `The file can’t be read: ${describeReadFailure(error)}.`;
    found.add({ kind: 'unchecked', ...where, problem });
  }
  return null;
}
