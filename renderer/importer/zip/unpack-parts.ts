import { decodeText } from '../../../shared/import/text/decode-text';
import { inflateEntry } from './inflate-entry';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** Why a zip is not read. `why` continues a sentence that begins with the file's name. */
export type ZipFault = { kind: 'damaged' } | { kind: 'protected' } | { kind: 'hostile'; why: string };

type Unpacked = { ok: true; parts: PackageParts } | { ok: false; fault: ZipFault };

/** The XML parts of a document by their names, in lower case and without a leading slash. */
export type PackageParts = ReadonlyMap<string, string>;

const megabyte = 1024 * 1024;
const maxEntries = 10_000;
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

function readEntryText(zip: Uint8Array, entry: ZipEntry): string | ZipFault {
  const bytes = inflateEntry(zip, entry);
  if (bytes === 'tooLarge') return hostile('holds a file that is larger than it says');
  if (bytes === 'damaged') return { kind: 'damaged' };
  const decoded = decodeText('', bytes);
  const text = decoded.ok ? decoded.text : '';
  // A declared entity may expand to a billion others, or to a file; no part of a document declares any.
  return text.includes('<!DOCTYPE') && !/\.html?$/i.test(entry.name)
    ? hostile('declares entities of its own, as no document does')
    : text;
}

/** Lists the entries of a zip, within the limits of `unpackParts` that its directory shows. */
export function listCheckedEntries(
  bytes: Uint8Array,
): { ok: true; entries: ZipEntry[] } | { ok: false; fault: ZipFault } {
  const entries = readZipDirectory(bytes, maxEntries);
  if (!entries) return { ok: false, fault: { kind: 'damaged' } };
  const fault = findFault(entries);
  return fault ? { ok: false, fault } : { ok: true, entries };
}

/**
 * Unpacks the XML parts of a zip within these limits: 10,000 files, 200 MB each and 1 GB in all, 200 times the compressed size, no
 * name that leads out of the zip, none twice, nothing encrypted, no DOCTYPE. The sizes in the directory are checked against the
 * real ones. Pictures and other parts are not unpacked; `isRead` says which parts are. HTML may have a DOCTYPE.
 */
export function unpackParts(bytes: Uint8Array, isRead = /\.(xml|rels)$/i): Unpacked {
  const listed = listCheckedEntries(bytes);
  if (!listed.ok) return listed;
  const parts = new Map<string, string>();
  for (const entry of listed.entries) {
    if (!isRead.test(entry.name)) continue;
    const text = readEntryText(bytes, entry);
    if (typeof text !== 'string') return { ok: false, fault: text };
    parts.set(entry.name.toLowerCase(), text);
  }
  return { ok: true, parts };
}

/** Reads the list of parts and their content types from a package of Office documents; '' for any other zip. */
export function readContentTypes(bytes: Uint8Array): string {
  const list = readZipDirectory(bytes, maxEntries)?.find(({ name }) => name === '[Content_Types].xml');
  if (!list || list.isEncrypted || list.uncompressedSize > megabyte) return '';
  const text = readEntryText(bytes, list);
  return typeof text === 'string' ? text : '';
}
