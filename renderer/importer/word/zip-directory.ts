/** A file in a zip, as the central directory has it. Sizes and offsets are bytes, and only what the directory claims. */
export interface ZipEntry {
  /** With `/` between folders; some writers use backslashes. */
  name: string;
  encrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  at: number;
}

const signatures = {
  entry: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};

/** What a field of 32 bits holds whose value is in a field of 64 bits elsewhere. */
const elsewhere = 0xffffffff;

/** The end record is 22 bytes, and a comment of at most 65,535 may follow. */
const endLength = 22;
const longestComment = 65_535;

const endOf = (view: DataView): number | null => {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === signatures.end) return at;
  return null;
};

const large = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

/** Where the directory begins, and how many entries it is said to have. */
function directoryOf(view: DataView): { at: number; count: number } | null {
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== signatures.locator64) return { at, count };
  const end64 = large(view, locator + 8);
  if (view.getUint32(end64, true) !== signatures.end64) return null;
  return { at: large(view, end64 + 48), count: large(view, end64 + 32) };
}

/** Puts the values of the zip64 extra field in the place of those that did not fit. */
function widen(entry: ZipEntry, extra: DataView): ZipEntry {
  let field = 0;
  while (field + 4 <= extra.byteLength && extra.getUint16(field, true) !== 1)
    field += 4 + extra.getUint16(field + 2, true);
  if (field + 4 > extra.byteLength) return entry;
  let next = field + 4;
  const wide = (value: number) => {
    if (value !== elsewhere) return value;
    next += 8;
    return large(extra, next - 8);
  };
  // Their order is fixed, and only those that did not fit are there (APPNOTE 4.5.3).
  const size = wide(entry.size);
  const packed = wide(entry.packed);
  return { ...entry, size, packed, at: wide(entry.at) };
}

function entriesOf(bytes: Uint8Array, view: DataView, most: number): ZipEntry[] | null {
  const directory = directoryOf(view);
  if (!directory) return null;
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = directory.at;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === signatures.entry && entries.length <= most) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const entry = {
      name: names.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    entries.push(widen(entry, new DataView(view.buffer, view.byteOffset + nameEnd, extraEnd - nameEnd)));
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries.length < Math.min(directory.count, most) ? null : entries;
}

/**
 * The central directory of a zip (APPNOTE 6.3.10, zip64 included): at most one entry more than `most`, so that a reader can
 * tell that there are too many. Null when the bytes are no zip, or not a whole one.
 */
export function readDirectory(bytes: Uint8Array, most: number): ZipEntry[] | null {
  if (bytes.length < endLength) return null;
  try {
    return entriesOf(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), most);
  } catch {
    // An offset that leads out of the file.
    return null;
  }
}
