import { createHash } from 'node:crypto';
import { countFlippedBits, findFlippedBits } from './flipped-bits';
import { type JsonFileFormat, parseJsonFile } from './json-file-format';
import { rankSuspiciousBytes } from './suspicious-bytes';

const checksumLength = 64;

/**
 * Recovers a stored file in which one bit was flipped, by its own checksum. Returns its bytes and data as they were; null when
 * more is wrong, or when the search in a large file would take longer than about five seconds.
 */
export function recoverJsonFile<T>(
  damaged: Buffer,
  format: JsonFileFormat<T>,
): { bytes: Buffer; data: T } | null {
  for (let { version } = format; version >= 1; version -= 1) {
    const before = `{"format":"${format.format}","version":${version},"sha256":"`;
    const bytes = recoverBehind(damaged, before);
    const parsed = bytes && parseJsonFile(bytes, format);
    if (bytes && parsed?.state === 'read') return { bytes, data: parsed.data };
  }
  return null;
}

/** Recovers a file whose head is known. */
function recoverBehind(damaged: Buffer, before: string): Buffer | null {
  const checksumEnd = before.length + checksumLength;
  const stored = damaged.toString('latin1', before.length, checksumEnd);
  const rest = damaged.subarray(checksumEnd);
  const computed = createHash('sha256').update(before).update(rest).digest('hex');
  if (countFlippedBits(computed, stored) <= 1) return Buffer.concat([Buffer.from(before + computed), rest]);
  const search = { before, after: '', damaged: rest, targets: new Set([stored]) };
  const found = findFlippedBits(search, rankSuspiciousBytes(rest, new Set()), ['bit']);
  return found && Buffer.concat([Buffer.from(before + stored), found.bytes]);
}
