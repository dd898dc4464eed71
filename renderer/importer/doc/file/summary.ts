import { decodeAs } from '../../../../shared/import/text/encodings/decode-as';
import type { FileProperties } from '../../document/title-and-byline';
import type { CompoundFile } from '../../ole/compound-file';
import { decodeBytes, getCodePageLabel } from '../../rtf/code-pages';

/** Numbers of properties in the summary of a file, and types of their values ([MS-OLEPS] 2.15, 3.1). */
const ids = { codePage: 1, title: 2, author: 4 };
const types = { number16: 2, bytes: 30, utf16: 31 };

const utf16 = 1200;

/** Reads the properties of a compound file; '' for each that it does not have. */
export function readSummary(file: CompoundFile): FileProperties {
  const bytes = file.get('\u0005SummaryInformation');
  if (!bytes || bytes.length < 56) return { title: '', creator: '' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const section = view.getUint32(44, true);
  const count = Math.min(100, view.getUint32(section + 4, true));
  const offsets = new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = section + 8 + index * 8;
      return [view.getUint32(entry, true), section + view.getUint32(entry + 4, true)];
    }),
  );
  const codePageOffset = offsets.get(ids.codePage);
  const hasCodePage = codePageOffset !== undefined && view.getUint32(codePageOffset, true) === types.number16;
  const codePage = hasCodePage ? view.getUint16(codePageOffset + 4, true) : 1252;
  const readText = (id: number): string => {
    const offset = offsets.get(id);
    if (offset === undefined) return '';
    const type = view.getUint32(offset, true);
    if (type !== types.bytes && type !== types.utf16) return '';
    const length = view.getUint32(offset + 4, true) * (type === types.utf16 ? 2 : 1);
    const isWide = type === types.utf16 || codePage === utf16;
    const value = bytes.subarray(offset + 8, offset + 8 + length);
    const text = isWide ? decodeAs(value, 'utf-16le') : decodeBytes(value, getCodePageLabel(codePage));
    return text.replace(/\0.*$/s, '').trim();
  };
  return { title: readText(ids.title), creator: readText(ids.author) };
}
