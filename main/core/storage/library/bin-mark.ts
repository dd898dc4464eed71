import { dirname } from 'node:path';
import { z } from 'zod';
import { timestampSchema } from '../../../../shared/domain/primitives';
import { getErrorCode } from '../../errors/error-code';
import { readFile, rm, stat } from '../files/disk';
import { syncChangedFolder } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { parseJsonFile } from '../files/json-file-format';
import { openStore } from '../files/open-store';
import { articlePaths } from '../paths';

const markSchema = z.looseObject({ binnedAt: timestampSchema });

const format = { format: 'stet-bin', version: 1, schema: markSchema };

/**
 * When the article in a folder was moved to the bin; null when it is not there. The file itself is the mark: a damaged
 * one still says that the article is in the bin, since about the time at which the file was written. Rejects with the system's
 * error.
 */
export async function readBinMark(folder: string): Promise<string | null> {
  const path = articlePaths(folder).bin;
  try {
    const bytes = await readFile(path);
    const parsed = parseJsonFile(bytes, format);
    if (parsed.state === 'read') return parsed.data.binnedAt;
    return (await stat(path)).mtime.toISOString();
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Moves the article in a folder to the bin (a timestamp) or back (null). Resolves once that would survive a power cut. Rejects
 * with the system's error, a `MaybeStoredError` or as `WriteAccess.verify`.
 */
export async function writeBinMark(
  folder: string,
  binnedAt: string | null,
  platform: FilePlatform,
): Promise<void> {
  const path = articlePaths(folder).bin;
  if (binnedAt !== null) return openStore(path, format, platform).save({ binnedAt });
  await platform.access.verify();
  await rm(path, { force: true });
  await syncChangedFolder(dirname(path));
}
