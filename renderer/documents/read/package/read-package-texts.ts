import { listCheckedEntries, type ZipFault } from '#renderer/documents/zip/checked-entries.ts';
import { inflateEntry } from '#renderer/documents/zip/inflate-entry.ts';
import type { ZipEntry } from '#renderer/documents/zip/zip-directory.ts';
import {
  mainTextPlace,
  type PackagePlace,
  type PackageTexts,
} from '#shared/reports/confidential/package-texts.ts';
import { collectXmlTexts } from './xml-texts.ts';

/** Shorter runs of characters are noise of compressed data, not words. In characters. */
const minRunLength = 4;
/** A large part is searched at both its ends alone, where files keep what describes them. In bytes. */
const endBytes = 2 * 1024 * 1024;

const printable = /[\p{L}\p{N}\p{P}\p{Zs}\p{S}]{4,}/gu;

/** The runs of printable characters in a decoded text. */
function listRuns(text: string): string[] {
  return (text.match(printable) ?? []).filter((run) => run.length >= minRunLength);
}

function decodeAll(bytes: Uint8Array): string {
  const runs = ['utf-8', 'utf-16le', 'windows-1252'].flatMap((encoding) =>
    listRuns(new TextDecoder(encoding).decode(bytes)),
  );
  // UTF-16 that begins at an odd offset.
  runs.push(...listRuns(new TextDecoder('utf-16le').decode(bytes.subarray(1))));
  return runs.join('\n');
}

/** Collects what can be read in a part of an unknown or binary format: the descriptions in a picture, the strings of a macro. */
function collectBinaryTexts(bytes: Uint8Array): string {
  if (bytes.length <= 2 * endBytes) return decodeAll(bytes);
  return `${decodeAll(bytes.subarray(0, endBytes))}\n${decodeAll(bytes.subarray(bytes.length - endBytes))}`;
}

type PackagePart = Pick<PackagePlace, 'name' | 'kind'>;

const text = (name: string): PackagePart => ({ name, kind: 'text' });
const hidden = (name: string): PackagePart => ({ name, kind: 'hidden' });

/** How the parts of Office files are named for a person; the first pattern that matches a part's name counts. */
const parts: readonly [RegExp, PackagePart][] = [
  [/^word\/document\d*\.xml$/, text(mainTextPlace)],
  [/^word\/comments[^/]*\.xml$/, text('a comment')],
  [/^word\/(foot|end)notes\.xml$/, text('a note of the text')],
  [/^word\/(header|footer)\d*\.xml$/, hidden('a page header or footer')],
  [/^word\/glossary\//, hidden('the building blocks of the file')],
  [/^word\/people\.xml$/, hidden('the list of people in the file')],
  [/^(word|xl)\/(\w+settings|settings)\.xml$/i, hidden('the settings of the file')],
  [
    /^(word|xl|ppt)\/(styles|numbering|fonttable|styleswitheffects|theme\/.*)(\.xml)?$/i,
    hidden('the styles of the file'),
  ],
  [/^xl\/(sharedstrings|worksheets\/.*)\.xml$/i, text(mainTextPlace)],
  [/^xl\/(comments|threadedcomments)/i, text('a comment')],
  [/^docprops\/thumbnail/i, hidden('the thumbnail of the file')],
  [/^docprops\//i, hidden('the properties of the file')],
  [/^customxml\//i, hidden('the custom data of the file')],
  [/\.rels$/i, hidden('a link or path in the file')],
  [/vba|macro|activex/i, hidden('a macro of the file')],
  [/embeddings\//i, hidden('an embedded file')],
  [/media\/|\.(png|jpe?g|gif|emf|wmf|tiff?|bmp|svg)$/i, hidden('a picture in the file')],
];

/** How a part is named for a person, and whether readers read it. */
function getPart(partName: string): PackagePart {
  return parts.find(([pattern]) => pattern.test(partName))?.[1] ?? hidden('another part of the file');
}

class Unreadable extends Error {}

const faults: Record<ZipFault['kind'], string> = {
  damaged: 'is damaged',
  protected: 'is protected by a password',
  hostile: 'is no usual document',
};

type Collect = (kind: PackagePlace['kind'], name: string, text: string) => void;

/** Hyperlinks are part of what readers read; all other relations are not. */
function isHyperlinks(partName: string, xml: string): boolean {
  return (
    /\.rels$/i.test(partName) && !/Type="[^"]*\/(?!hyperlink")[^"/]*"[^>]*TargetMode="External"/.test(xml)
  );
}

function collectXml(partName: string, bytes: Uint8Array, collect: Collect): void {
  const { name, kind } = getPart(partName);
  const xml = new TextDecoder(bytes[0] === 0xff || bytes[1] === 0 ? 'utf-16le' : 'utf-8').decode(bytes);
  const texts = xml.includes('<!DOCTYPE') ? null : collectXmlTexts(xml);
  if (!texts) {
    collect('hidden', name, collectBinaryTexts(bytes));
    return;
  }
  collect(kind, name, texts.shown);
  collect(kind, name === mainTextPlace ? 'deleted words' : name, texts.deleted);
  collect('hidden', name === mainTextPlace ? 'a field of the text' : name, texts.fields);
  const isLinks = isHyperlinks(partName, xml);
  const valuesName = name === mainTextPlace ? 'a property within the text' : name;
  collect(isLinks ? 'text' : 'hidden', valuesName, texts.values);
}

/**
 * The bytes behind the packed content of a zip: its directory with names, comments and further fields, the comment of all, and whatever
 * lies between. Packed content is noise, and takes long to search.
 */
function getZipEnd(bytes: Uint8Array, entries: readonly ZipEntry[]): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = entries.map(({ headerOffset, compressedSize }) => {
    const besideContent = view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
    return headerOffset + 30 + besideContent + compressedSize;
  });
  return bytes.subarray(Math.max(0, ...ends));
}

/** The further fields and the comment of an entry, which stand right behind its name, as if they were one word. */
function getEntryComment({ record }: ZipEntry): Uint8Array {
  const nameLength = (record[28] ?? 0) + 256 * (record[29] ?? 0);
  return record.subarray(46 + nameLength);
}

/** Whether bytes begin as a zip does. */
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function collectPackage(bytes: Uint8Array, collect: Collect, isNested = false): void {
  const listed = listCheckedEntries(bytes);
  if (!listed.ok) throw new Unreadable(faults[listed.fault.kind]);
  for (const entry of listed.entries) {
    const content = inflateEntry(bytes, entry);
    if (typeof content === 'string') throw new Unreadable(faults.damaged);
    const { name } = getPart(entry.name);
    if (/\.(xml|rels|vml)$/i.test(entry.name)) collectXml(entry.name, content, collect);
    else if (isZip(content) && !isNested)
      collectPackage(content, (_kind, _name, text) => collect('hidden', name, text), true);
    else collect('hidden', name, collectBinaryTexts(content));
  }
  const names = listed.entries.map((entry) => entry.name);
  const comments = listed.entries.map((entry) => collectBinaryTexts(getEntryComment(entry)));
  const end = collectBinaryTexts(getZipEnd(bytes, listed.entries));
  collect('hidden', 'the names of its parts', [...names, ...comments, end].join('\n'));
}

/**
 * Reads everything in a zip of parts, such as a Word file or a workbook, to search it: texts, attributes, links, properties, settings,
 * names of parts, strings of binary parts, and one level of packages within it. The hidden window does so with the author's own file,
 * before a report is written into it.
 */
export function readPackageTexts(bytes: Uint8Array): PackageTexts {
  const texts = new Map<string, PackagePlace>();
  const collect: Collect = (kind, name, text) => {
    if (text.trim() === '') return;
    const key = `${kind} ${name}`;
    const place = texts.get(key);
    if (place) place.text += `\n${text}`;
    else texts.set(key, { kind, name, text });
  };
  try {
    collectPackage(bytes, collect);
    return { state: 'read', places: [...texts.values()] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { state: 'unreadable', why: error.message };
  }
}
