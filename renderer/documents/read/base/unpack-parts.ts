import { listCheckedEntries, maxEntries, type ZipFault } from '#renderer/documents/zip/checked-entries.ts';
import { inflateEntry } from '#renderer/documents/zip/inflate-entry.ts';
import { readZipDirectory, type ZipEntry } from '#renderer/documents/zip/zip-directory.ts';
import { refuse, refuseDamaged, refuseHostile } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { decodeText } from './decode-text.ts';

type Unpacked = { ok: true; parts: PackageParts } | { ok: false; fault: ZipFault };

/** The XML parts of a document by their names, in lower case and without a leading slash. */
export type PackageParts = ReadonlyMap<string, string>;

const megabyte = 1024 * 1024;

const hostile = (why: string): ZipFault => ({ kind: 'hostile', why });

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

/**
 * Unpacks the XML parts of a zip within the limits of `listCheckedEntries`, without a DOCTYPE. The sizes in the directory are checked
 * against the real ones. Pictures and other parts are not unpacked; `isRead` says which parts are. HTML may have a DOCTYPE.
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

export function refuseProtected(name: string | null): ImportResult {
  return refuse(
    'protected',
    `${name ?? 'What was pasted'} is protected by a password`,
    'Open it in the program that made it, save it without the password, and open it here again.',
  );
}

/** Says why a package is not read, in sentences to show. */
export function refuseZipFault(name: string | null, fault: ZipFault): ImportResult {
  if (fault.kind === 'damaged') return refuseDamaged(name);
  return fault.kind === 'protected' ? refuseProtected(name) : refuseHostile(name, fault.why);
}
