import { joinBytes } from '../../../../shared/bytes/join-bytes';
import { zip64Marker } from '../../../../shared/bytes/zip/zip-directory';
import type { DeflatedContent } from './deflate-content';
import { fixedDate, getNameFlags, writeContentFields } from './local-records';
import { dropZip64Field, listExtraFields, viewBytes, zip64Field } from './zip-fields';

const directoryHeaderBytes = 46;
const directorySignature = 0x02014b50;
const endRecordBytes = 22;
const endSignature = 0x06054b50;

function splitRecord(record: Uint8Array) {
  const view = viewBytes(record);
  const nameEnd = directoryHeaderBytes + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  return {
    fixed: record.slice(0, directoryHeaderBytes),
    name: record.subarray(directoryHeaderBytes, nameEnd),
    extra: record.slice(nameEnd, extraEnd),
    comment: record.subarray(extraEnd),
  };
}

/** The record of an entry whose local record is at another offset now. Everything else stays as it is. */
export function moveDirectoryRecord(record: Uint8Array, offset: number): Uint8Array {
  const { fixed, name, extra, comment } = splitRecord(record);
  const view = viewBytes(fixed);
  const isWide = view.getUint32(42, true) === zip64Marker;
  const field = listExtraFields(extra).find(({ id }) => id === zip64Field)?.bytes;
  if (isWide && field) {
    // Sizes that did not fit come before the offset (APPNOTE 4.5.3).
    const wideSizes = [24, 20].filter((at) => view.getUint32(at, true) === zip64Marker).length;
    viewBytes(field).setBigUint64(4 + 8 * wideSizes, BigInt(offset), true);
  } else view.setUint32(42, offset, true);
  return joinBytes([fixed, name, extra, comment]);
}

/** The record of an entry that has other content now. Time, attributes, comment and other extra fields stay. */
export function replaceDirectoryRecord(
  record: Uint8Array,
  offset: number,
  content: DeflatedContent,
): Uint8Array {
  const { fixed, name, extra, comment } = splitRecord(record);
  const view = viewBytes(fixed);
  const kept = dropZip64Field(extra);
  writeContentFields(view, 6, content);
  view.setUint16(30, kept.length, true);
  view.setUint16(34, 0, true);
  view.setUint32(42, offset, true);
  return joinBytes([fixed, name, kept, comment]);
}

/** The record of a new entry. */
export function createDirectoryRecord(
  name: Uint8Array,
  offset: number,
  content: DeflatedContent,
): Uint8Array {
  const fixed = new Uint8Array(directoryHeaderBytes);
  const view = viewBytes(fixed);
  view.setUint32(0, directorySignature, true);
  view.setUint16(4, 20, true);
  view.setUint16(8, getNameFlags(name), true);
  writeContentFields(view, 6, content);
  view.setUint16(14, fixedDate, true);
  view.setUint16(28, name.length, true);
  view.setUint32(42, offset, true);
  return joinBytes([fixed, name]);
}

/** The record that ends a zip. Its numbers fit into it: `unpackParts` refuses larger files. */
export function createEndRecord(
  directory: { offset: number; size: number; count: number },
  comment: Uint8Array,
): Uint8Array {
  const fixed = new Uint8Array(endRecordBytes);
  const view = viewBytes(fixed);
  view.setUint32(0, endSignature, true);
  view.setUint16(8, directory.count, true);
  view.setUint16(10, directory.count, true);
  view.setUint32(12, directory.size, true);
  view.setUint32(16, directory.offset, true);
  view.setUint16(20, comment.length, true);
  return joinBytes([fixed, comment]);
}
