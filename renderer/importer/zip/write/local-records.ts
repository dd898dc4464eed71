import { joinBytes } from '../../../../shared/bytes/join-bytes';
import type { ZipEntry } from '../../../../shared/bytes/zip/zip-directory';
import type { DeflatedContent } from './deflate-content';
import { dropZip64Field, viewBytes } from './zip-fields';

const localHeaderBytes = 30;
const localHeaderSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;

/** Flags that say how an entry was compressed, and that its sizes follow it (APPNOTE 4.4.4). */
export const contentFlags = 0b1110;
const descriptorFlag = 0b1000;

/**
 * The size of the data descriptor at an offset: CRC-32 and both sizes, of 32 or 64 bits, with or without a signature (APPNOTE 4.3.9).
 * 0 when there is none that fits the entry.
 */
function measureDescriptor(view: DataView, offset: number, entry: ZipEntry): number {
  const crc = viewBytes(entry.record).getUint32(16, true);
  const fits = (start: number, step: number) =>
    start + 4 + 2 * step <= view.byteLength &&
    view.getUint32(start, true) === crc &&
    view.getUint32(start + 4, true) === entry.compressedSize &&
    view.getUint32(start + 4 + step, true) === entry.uncompressedSize;
  const hasSignature = offset + 4 <= view.byteLength && view.getUint32(offset, true) === descriptorSignature;
  // The longer one first: of an empty entry, it begins like the shorter one.
  for (const start of hasSignature ? [offset + 4, offset] : [offset])
    for (const step of [8, 4]) if (fits(start, step)) return start + 4 + 2 * step - offset;
  return 0;
}

/** The bytes of an entry as the zip has them: header, content and data descriptor. Null when they are not all there. */
export function findLocalRecord(zip: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = viewBytes(zip);
  const start = entry.headerOffset;
  if (start + localHeaderBytes > zip.length) return null;
  if (view.getUint32(start, true) !== localHeaderSignature) return null;
  const content =
    start + localHeaderBytes + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const end = content + entry.compressedSize;
  if (end > zip.length) return null;
  const hasDescriptor = (view.getUint16(start + 6, true) & descriptorFlag) !== 0;
  return zip.subarray(start, end + (hasDescriptor ? measureDescriptor(view, end, entry) : 0));
}

/** The header of a local record without its extra fields of 64 bits, which new content does not need. */
function readHeader(record: Uint8Array): { fixed: Uint8Array; name: Uint8Array; extra: Uint8Array } {
  const view = viewBytes(record);
  const nameEnd = localHeaderBytes + view.getUint16(26, true);
  const extraEnd = nameEnd + view.getUint16(28, true);
  return {
    fixed: record.slice(0, localHeaderBytes),
    name: record.subarray(localHeaderBytes, nameEnd),
    extra: dropZip64Field(record.subarray(nameEnd, extraEnd)),
  };
}

/** Writes what both kinds of headers say about the content, from the version that is needed to the size of the content. */
export function writeContentFields(header: DataView, offset: number, content: DeflatedContent): void {
  header.setUint16(offset, 20, true);
  header.setUint16(offset + 2, header.getUint16(offset + 2, true) & ~contentFlags, true);
  header.setUint16(offset + 4, 8, true);
  header.setUint32(offset + 10, viewBytes(content.crc).getUint32(0, true), true);
  header.setUint32(offset + 14, content.bytes.length, true);
  header.setUint32(offset + 18, content.uncompressedSize, true);
}

/** A local record with other content. Name, time and other extra fields stay. */
export function replaceContent(record: Uint8Array, content: DeflatedContent): Uint8Array {
  const { fixed, name, extra } = readHeader(record);
  const header = viewBytes(fixed);
  writeContentFields(header, 4, content);
  header.setUint16(28, extra.length, true);
  return joinBytes([fixed, name, extra, content.bytes]);
}

/** 1 January 1980, the first day that a zip can name, in the format of MS-DOS. */
export const fixedDate = 0x0021;

/** The flag of a name in UTF-8 that is not ASCII. */
export function getNameFlags(name: Uint8Array): number {
  return name.some((byte) => byte > 0x7f) ? 0x800 : 0;
}

/** The local record of a new entry. */
export function createLocalRecord(name: Uint8Array, content: DeflatedContent): Uint8Array {
  const fixed = new Uint8Array(localHeaderBytes);
  const header = viewBytes(fixed);
  header.setUint32(0, localHeaderSignature, true);
  header.setUint16(6, getNameFlags(name), true);
  writeContentFields(header, 4, content);
  header.setUint16(12, fixedDate, true);
  header.setUint16(26, name.length, true);
  return joinBytes([fixed, name, content.bytes]);
}
