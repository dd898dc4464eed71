import { decodeText } from '../../../shared/import/text/decode-text';
import { inflate } from './inflate';
import { readDirectory, type ZipEntry } from './zip-directory';

/** Why a zip is not read; `why` goes on after the file's name. */
export type Fault = { kind: 'damaged' } | { kind: 'protected' } | { kind: 'hostile'; why: string };

type Unpacked = { ok: true; parts: Parts } | { ok: false; fault: Fault };

/** The XML parts of a document by their names in lower case, without a first slash. */
export type Parts = ReadonlyMap<string, string>;

const megabyte = 1024 * 1024;
const mostEntries = 10_000;
const largestEntry = 200 * megabyte;
const largestWhole = 1024 * megabyte;
const steepest = 200;
/** Bytes: a smaller entry may be as monotonous as it likes. */
const ratioCounts = megabyte;

const hostile = (why: string): Fault => ({ kind: 'hostile', why });

const leadsAway = (name: string) => /^\/|^[a-z]:|(^|\/)\.\.(\/|$)/i.test(name);

/** Whether two entries use the same bytes of the file, as bombs do to unpack to more than they hold. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const ordered = entries.toSorted((a, b) => a.at - b.at);
  return ordered.some(({ at }, index) => {
    const before = ordered[index - 1];
    return before !== undefined && at < before.at + 30 + before.packed;
  });
}

/** What speaks against reading a zip, by its directory alone. */
function faultOf(entries: readonly ZipEntry[]): Fault | null {
  if (entries.length > mostEntries) return hostile('holds more than 10,000 files, which no article does');
  if (entries.some(({ size }) => size > largestEntry))
    return hostile('holds a file of more than 200 MB, which no article does');
  if (entries.reduce((sum, { size }) => sum + size, 0) > largestWhole)
    return hostile('grows to more than 1 GB when it is unpacked');
  if (entries.some(({ size, packed }) => size > ratioCounts && size > packed * steepest))
    return hostile('grows to more than 200 times its size when it is unpacked');
  if (overlap(entries)) return hostile('holds files that overlap');
  if (entries.some(({ name }) => leadsAway(name))) return hostile('holds files that lead out of it');
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length)
    return hostile('holds two files of the same name');
  return entries.some(({ encrypted }) => encrypted) ? { kind: 'protected' } : null;
}

function textOf(zip: Uint8Array, entry: ZipEntry): string | Fault {
  const bytes = inflate(zip, entry);
  if (bytes === 'more') return hostile('holds a file that is larger than it says');
  if (bytes === 'damaged') return { kind: 'damaged' };
  const decoded = decodeText('', bytes);
  const text = decoded.ok ? decoded.text : '';
  // An entity that is declared may stand for a billion others, or for a file; no part of a document declares any.
  return text.includes('<!DOCTYPE') ? hostile('declares entities of its own, as no document does') : text;
}

/**
 * Unpacks the XML parts of a zip that keeps the limits: 10,000 files, 200 MB each and 1 GB in all, 200 times the packed size,
 * no name that leads out of it, none twice, nothing encrypted, no DOCTYPE. What the directory claims is held against what
 * really comes out. Pictures and other parts stay packed.
 */
export function unpack(bytes: Uint8Array): Unpacked {
  const entries = readDirectory(bytes, mostEntries);
  if (!entries) return { ok: false, fault: { kind: 'damaged' } };
  const fault = faultOf(entries);
  if (fault) return { ok: false, fault };
  const parts = new Map<string, string>();
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    const text = textOf(bytes, entry);
    if (typeof text !== 'string') return { ok: false, fault: text };
    parts.set(entry.name.toLowerCase(), text);
  }
  return { ok: true, parts };
}

/** The list of a zip's parts and what they are, when the zip is a package of Office documents; else ''. */
export function contentTypes(bytes: Uint8Array): string {
  const list = readDirectory(bytes, mostEntries)?.find(({ name }) => name === '[Content_Types].xml');
  if (!list || list.encrypted || list.size > megabyte) return '';
  const text = textOf(bytes, list);
  return typeof text === 'string' ? text : '';
}
