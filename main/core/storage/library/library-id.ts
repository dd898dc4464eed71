import { join } from 'node:path';
import { z } from 'zod';
import { idSchema } from '../../../../shared/domain/primitives';
import { getErrorCode } from '../../errors/error-code';
import type { Platform } from '../../platform';
import { encodeChecksummed } from '../files/checksummed-text';
import { addRoot, readFile } from '../files/disk';
import { writeVerified } from '../files/durable-file';
import { parseJsonFile } from '../files/json-file-format';
import { recoverJsonFile } from '../files/recover-json-file';
import type { WriteAccess } from '../lock/write-access';

const format = { format: 'stet-library-id', version: 1, schema: z.looseObject({ id: idSchema }) };

/** The file that names a library, so that its backups are found again after it was moved. */
export function libraryIdFile(libraryFolder: string): string {
  addRoot(libraryFolder);
  return join(libraryFolder, 'library-id.json');
}

/** Reads the id of a library; null when it has none, or none that can be read. Rejects with the system's error. */
export async function readLibraryId(libraryFolder: string): Promise<string | null> {
  try {
    const bytes = await readFile(libraryIdFile(libraryFolder));
    const parsed = parseJsonFile(bytes, format);
    if (parsed.state === 'read') return parsed.data.id;
    // With another id, its backups would not be found.
    const recovered = await recoverJsonFile(bytes, format);
    return recovered?.data.id ?? null;
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The id of a library. One that has none gets one; so does one whose file is damaged, whose backups then begin anew beside
 * the older ones. Rejects with `readOnly` or the system's error.
 */
export async function ensureLibraryId(
  { libraryFolder, newId }: Pick<Platform, 'libraryFolder' | 'newId'>,
  access: WriteAccess,
): Promise<string> {
  const known = await readLibraryId(libraryFolder);
  if (known !== null) return known;
  const id = newId();
  const text = encodeChecksummed(format.format, format.version, { id });
  await writeVerified(libraryIdFile(libraryFolder), text, access);
  return id;
}
