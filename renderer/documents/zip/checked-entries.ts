import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** Why a zip is not read. `why` continues a sentence that begins with the file's name. */
export type ZipFault = { kind: 'damaged' } | { kind: 'protected' } | { kind: 'hostile'; why: string };

const megabyte = 1024 * 1024;
/** Most files of a zip that is read. */
export const maxEntries = 10_000;
const maxEntryBytes = 200 * megabyte;
const maxTotalBytes = 1024 * megabyte;
const maxCompressionRatio = 200;
/** Smaller entries may have any compression ratio. */
const minRatioCheckBytes = megabyte;

const hostile = (why: string): ZipFault => ({ kind: 'hostile', why });

const isPathTraversal = (name: string) => /^\/|^[a-z]:|(^|\/)\.\.(\/|$)/i.test(name);

/** Whether two entries share bytes of the file, as in zip bombs that unpack to far more than they hold. */
function haveOverlap(entries: readonly ZipEntry[]): boolean {
  const ordered = entries.toSorted((a, b) => a.headerOffset - b.headerOffset);
  return ordered.some(({ headerOffset }, index) => {
    const before = ordered[index - 1];
    return before !== undefined && headerOffset < before.headerOffset + 30 + before.compressedSize;
  });
}

/** Checks a zip by its directory alone, before anything is unpacked. */
function findFault(entries: readonly ZipEntry[]): ZipFault | null {
  if (entries.length > maxEntries) return hostile('holds more than 10,000 files, which no article does');
  if (entries.some(({ uncompressedSize }) => uncompressedSize > maxEntryBytes))
    return hostile('holds a file of more than 200 MB, which no article does');
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > maxTotalBytes)
    return hostile('grows to more than 1 GB when it is unpacked');
  const hasSuspiciousRatio = entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > minRatioCheckBytes && uncompressedSize > compressedSize * maxCompressionRatio,
  );
  if (hasSuspiciousRatio) return hostile('grows to more than 200 times its size when it is unpacked');
  if (haveOverlap(entries)) return hostile('holds files that overlap');
  if (entries.some(({ name }) => isPathTraversal(name)))
    return hostile('contains files with paths outside of it');
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length)
    return hostile('holds two files of the same name');
  return entries.some(({ isEncrypted }) => isEncrypted) ? { kind: 'protected' } : null;
}

/**
 * Lists the entries of a zip within these limits, as its directory shows them: 10,000 files, 200 MB each and 1 GB in all, 200 times the
 * compressed size, no name that leads out of the zip, none twice, nothing encrypted, no entries that overlap.
 */
export function listCheckedEntries(
  bytes: Uint8Array,
): { ok: true; entries: ZipEntry[] } | { ok: false; fault: ZipFault } {
  const entries = readZipDirectory(bytes, maxEntries);
  if (!entries) return { ok: false, fault: { kind: 'damaged' } };
  const fault = findFault(entries);
  return fault ? { ok: false, fault } : { ok: true, entries };
}
