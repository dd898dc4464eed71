/** A file in a zip, as the central directory describes it. Sizes and offsets are in bytes, and not to be trusted. */
export interface ZipEntry {
  /** With `/` between folders, also where the zip has backslashes. */
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  compressedSize: number;
  uncompressedSize: number;
  /** The offset of its local header. */
  headerOffset: number;
  /** Its record in the central directory. */
  record: Uint8Array;
}

const signatures = {
  entry: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};

/** The value of a 32-bit field whose real value is in a 64-bit field elsewhere. */
export const zip64Marker = 0xffffffff;

/** The end record has 22 bytes, and a comment of at most 65,535 bytes may follow. */
const endRecordBytes = 22;
const maxCommentBytes = 65_535;

const findEndRecord = (view: DataView): number | null => {
  const lowest = Math.max(0, view.byteLength - endRecordBytes - maxCommentBytes);
  for (let offset = view.byteLength - endRecordBytes; offset >= lowest; offset -= 1)
    if (view.getUint32(offset, true) === signatures.end) return offset;
  return null;
};

/** The comment of a zip, which follows its end record. */
export function readZipComment(bytes: Uint8Array): Uint8Array {
  const end = findEndRecord(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return end === null ? new Uint8Array() : bytes.subarray(end + endRecordBytes);
}

const readUint64 = (view: DataView, offset: number) => Number(view.getBigUint64(offset, true));

/** The offset of the directory, and the number of entries according to the end record. */
function locateDirectory(view: DataView): { offset: number; count: number } | null {
  const end = findEndRecord(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== signatures.locator64) return { offset, count };
  const end64 = readUint64(view, locator + 8);
  if (view.getUint32(end64, true) !== signatures.end64) return null;
  return { offset: readUint64(view, end64 + 48), count: readUint64(view, end64 + 32) };
}

/** Replaces values that did not fit into 32 bits by those of the zip64 extra field. */
function readZip64Fields(entry: ZipEntry, extra: DataView): ZipEntry {
  let field = 0;
  while (field + 4 <= extra.byteLength && extra.getUint16(field, true) !== 1)
    field += 4 + extra.getUint16(field + 2, true);
  if (field + 4 > extra.byteLength) return entry;
  let next = field + 4;
  const readWide = (value: number) => {
    if (value !== zip64Marker) return value;
    next += 8;
    return readUint64(extra, next - 8);
  };
  // The order is fixed, and only values that did not fit are there (APPNOTE 4.5.3).
  const uncompressedSize = readWide(entry.uncompressedSize);
  const compressedSize = readWide(entry.compressedSize);
  return { ...entry, uncompressedSize, compressedSize, headerOffset: readWide(entry.headerOffset) };
}

function readEntries(bytes: Uint8Array, view: DataView, maxEntries: number): ZipEntry[] | null {
  const directory = locateDirectory(view);
  if (!directory) return null;
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let offset = directory.offset;
  const isEntry = () => offset + 46 <= bytes.length && view.getUint32(offset, true) === signatures.entry;
  while (isEntry() && entries.length <= maxEntries) {
    const nameEnd = offset + 46 + view.getUint16(offset + 28, true);
    const extraEnd = nameEnd + view.getUint16(offset + 30, true);
    const recordEnd = extraEnd + view.getUint16(offset + 32, true);
    const entry = {
      name: names.decode(bytes.subarray(offset + 46, nameEnd)).replaceAll('\\', '/'),
      isEncrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      compressedSize: view.getUint32(offset + 20, true),
      uncompressedSize: view.getUint32(offset + 24, true),
      headerOffset: view.getUint32(offset + 42, true),
      record: bytes.subarray(offset, recordEnd),
    };
    entries.push(
      readZip64Fields(entry, new DataView(view.buffer, view.byteOffset + nameEnd, extraEnd - nameEnd)),
    );
    offset = recordEnd;
  }
  return entries.length < Math.min(directory.count, maxEntries) ? null : entries;
}

/**
 * Reads the central directory of a zip (APPNOTE 6.3.10, zip64 included). Returns at most one entry more than `maxEntries`, so that
 * the caller sees that there are too many. Null when the bytes are no zip, or not a complete one.
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] | null {
  if (bytes.length < endRecordBytes) return null;
  try {
    return readEntries(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), maxEntries);
  } catch (error) {
    // An offset leads out of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
