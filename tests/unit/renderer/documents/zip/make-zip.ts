import { deflateSync, gzipSync, strToU8 } from 'fflate';
import { joinBytes } from '#renderer/documents/zip/join-bytes.ts';

/** An entry of a zip, laid out in any of the ways that programs write. */
export interface SampleEntry {
  name: string;
  content: string;
  isStored: boolean;
  /** Whether the sizes follow the content, as bits (0 for no, else 32 or 64), and with a signature or without. */
  descriptor: 0 | 32 | 64;
  hasDescriptorSignature: boolean;
  /** Whether sizes and offset are in the extra field of 64 bits. */
  isZip64: boolean;
  /** Bytes of an extra field of a kind that is only carried along. */
  extra: string;
  comment: string;
  /** Date and time, as MS-DOS has them. */
  time: number;
  attributes: number;
}

const wide = 0xffffffff;

/** A little-endian sequence of numbers by their sizes in bytes. */
function pack(...fields: [size: 2 | 4 | 8, value: number][]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(offset, value, true);
    else if (size === 4) view.setUint32(offset, value, true);
    else view.setBigUint64(offset, BigInt(value), true);
    offset += size;
  }
  return bytes;
}

export function getCrc(content: Uint8Array): number {
  const gzip = gzipSync(content);
  return new DataView(gzip.buffer, gzip.byteOffset + gzip.length - 8, 4).getUint32(0, true);
}

/** Builds a zip of entries in this order; `gap` is between the local records, and belongs to none. */
export function makeZip(entries: readonly SampleEntry[], comment = '', gap = ''): Uint8Array {
  const written: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let length = 0;
  const write = (...parts: Uint8Array[]) => {
    const offset = length;
    for (const part of parts) {
      written.push(part);
      length += part.length;
    }
    return offset;
  };
  for (const entry of entries) {
    const name = strToU8(entry.name);
    const content = strToU8(entry.content);
    const data = entry.isStored ? content : deflateSync(content);
    const crc = getCrc(content);
    const carried = joinBytes([pack([2, 0x7777], [2, strToU8(entry.extra).length]), strToU8(entry.extra)]);
    const hasDescriptor = entry.descriptor !== 0;
    const head = [2, 0x800 + (hasDescriptor ? 8 : 0)] as const;
    const sizes = (isWide: boolean): [2 | 4 | 8, number][] =>
      isWide
        ? [
            [4, wide],
            [4, wide],
          ]
        : [
            [4, data.length],
            [4, content.length],
          ];
    const localExtra = entry.isZip64
      ? joinBytes([pack([2, 1], [2, 16], [8, content.length], [8, data.length]), carried])
      : carried;
    const descriptorSize = entry.descriptor === 64 ? 8 : 4;
    const offset = write(
      pack([4, 0x04034b50], [2, 45], [...head], [2, entry.isStored ? 0 : 8], [4, entry.time]),
      hasDescriptor
        ? pack([4, 0], [4, entry.isZip64 ? wide : 0], [4, entry.isZip64 ? wide : 0])
        : pack([4, crc], ...sizes(entry.isZip64)),
      pack([2, name.length], [2, localExtra.length]),
      name,
      localExtra,
      data,
      hasDescriptor
        ? joinBytes([
            entry.hasDescriptorSignature ? pack([4, 0x08074b50]) : new Uint8Array(),
            pack([4, crc], [descriptorSize, data.length], [descriptorSize, content.length]),
          ])
        : new Uint8Array(),
    );
    write(strToU8(gap));
    const extra = entry.isZip64
      ? joinBytes([carried, pack([2, 1], [2, 24], [8, content.length], [8, data.length], [8, offset])])
      : carried;
    const note = strToU8(entry.comment);
    directory.push(
      pack([4, 0x02014b50], [2, 0x031e], [2, 45], [...head], [2, entry.isStored ? 0 : 8]),
      pack([4, entry.time], [4, crc], ...sizes(entry.isZip64), [2, name.length], [2, extra.length]),
      pack([2, note.length], [2, 0], [2, 1], [4, entry.attributes], [4, entry.isZip64 ? wide : offset]),
      name,
      extra,
      note,
    );
  }
  const start = write(...directory);
  const size = length - start;
  if (entries.some(({ isZip64 }) => isZip64)) {
    const count = entries.length;
    const end = write(
      pack([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
      pack([8, size], [8, start]),
    );
    write(pack([4, 0x07064b50], [4, 0], [8, end], [4, 1]));
  }
  write(
    pack([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, start]),
    pack([2, strToU8(comment).length]),
    strToU8(comment),
  );
  return joinBytes(written);
}
