import { createHash } from 'node:crypto';
import { countFlippedBits } from '../../flipped-bits/count-flipped-bits';
import { findFlippedBits } from '../../flipped-bits/find-flipped-bits';
import type { Platform } from '../../platform';
import { type JsonFileFormat, parseJsonFile } from './json-file-format';

const checksumLength = 64;

/**
 * Recovers a stored file in which one bit was flipped, by its own checksum. Returns its bytes and data as they were; null when
 * more is wrong, or when the search was given up. Without `search`, this thread is busy meanwhile: for files of a few bytes.
 * Rejects when it was cancelled.
 */
export async function recoverJsonFile<T>(
  damaged: Buffer,
  format: JsonFileFormat<T>,
  search: Platform['findFlippedBits'] = async (bits) => findFlippedBits(bits),
): Promise<{ bytes: Buffer; data: T } | null> {
  for (let { version } = format; version >= 1; version -= 1) {
    const before = `{"format":"${format.format}","version":${version},"sha256":"`;
    const bytes = await recoverBehind(damaged, before, search);
    const parsed = bytes && parseJsonFile(bytes, format);
    if (bytes && parsed?.state === 'read') return { bytes, data: parsed.data };
  }
  return null;
}

/** Recovers a file whose head is known. */
async function recoverBehind(
  damaged: Buffer,
  before: string,
  search: Platform['findFlippedBits'],
): Promise<Buffer | null> {
  const checksumEnd = before.length + checksumLength;
  const stored = damaged.toString('latin1', before.length, checksumEnd);
  const rest = damaged.subarray(checksumEnd);
  const computed = createHash('sha256').update(before).update(rest).digest('hex');
  if (countFlippedBits(computed, stored) <= 1) return Buffer.concat([Buffer.from(before + computed), rest]);
  const found = await search({
    ...{ before, after: '', damaged: rest, targets: [stored] },
    ...{ kinds: ['bit'], known: [] },
  });
  return found && Buffer.concat([Buffer.from(before + stored), found.bytes]);
}
