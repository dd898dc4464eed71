import { joinBytes } from '#renderer/documents/zip/join-bytes.ts';

/** The streams of a compound file by their paths, as `__attach_version1.0_#00000000/__substg1.0_3707001F`. */
export type CompoundFile = ReadonlyMap<string, Uint8Array>;

const compoundFileSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether a file begins as the format of old Office files, and of new ones with a password ([MS-OFFCRYPTO] 2.3). */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return compoundFileSignature.every((byte, index) => bytes[index] === byte);
}

/** Sector numbers above it mean the end of a chain, or a free sector ([MS-CFB] 2.1). */
const maxSector = 0xfffffffa;
const headerDifatCount = 109;
const entryBytes = 128;
const types = { storage: 1, stream: 2, root: 5 };

/** Most streams and storages in a file; a message with 100 attachments has some 3,000. */
const maxEntries = 50_000;

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** The sectors of a file and the chains that they form. A chain that leads in a circle or out of the file ends there. */
class Sectors {
  constructor(
    private readonly bytes: Uint8Array,
    readonly size: number,
    /** Where sector 0 begins. */
    private readonly origin: number,
    private readonly next: (sector: number) => number,
  ) {}

  read(start: number, length: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const maxCount = Math.ceil(Math.min(length, this.bytes.length) / this.size);
    for (let sector = start; sector < maxSector && parts.length < maxCount; sector = this.next(sector)) {
      const offset = this.origin + sector * this.size;
      if (offset >= this.bytes.length) break;
      parts.push(this.bytes.subarray(offset, offset + this.size));
    }
    return joinBytes(parts).subarray(0, length);
  }
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Looks up the next sector of a chain in a table of 32-bit numbers. */
function createLookup(table: Uint8Array): (sector: number) => number {
  const view = viewOf(table);
  return (sector) => (sector * 4 + 4 <= view.byteLength ? view.getUint32(sector * 4, true) : maxSector);
}

function readEntry(view: DataView, offset: number): Entry {
  const nameBytes = Math.max(0, Math.min(64, view.getUint16(offset + 64, true)) - 2);
  const name = new TextDecoder('utf-16le').decode(
    new Uint8Array(view.buffer, view.byteOffset + offset, nameBytes),
  );
  return {
    name,
    type: view.getUint8(offset + 66),
    left: view.getUint32(offset + 68, true),
    right: view.getUint32(offset + 72, true),
    child: view.getUint32(offset + 76, true),
    start: view.getUint32(offset + 116, true),
    size: view.getUint32(offset + 120, true),
  };
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = viewOf(directory);
  const count = Math.min(maxEntries, Math.floor(directory.length / entryBytes));
  return Array.from({ length: count }, (_, index) => readEntry(view, index * entryBytes));
}

/** Finds the sectors of the table of chains: the first 109 in the header, the others in a chain of sectors. */
function readTable(bytes: Uint8Array, header: DataView, size: number): Uint8Array {
  const locations: number[] = [];
  const addLocation = (sector: number) => {
    if (sector < maxSector && (sector + 2) * size <= bytes.length + size) locations.push(sector);
  };
  for (let index = 0; index < headerDifatCount; index += 1)
    addLocation(header.getUint32(76 + index * 4, true));
  let more = header.getUint32(68, true);
  const whole = viewOf(bytes);
  for (let count = 0; more < maxSector && count < bytes.length / size; count += 1) {
    const offset = (more + 1) * size;
    if (offset + size > bytes.length) break;
    for (let field = 0; field < size - 4; field += 4) addLocation(whole.getUint32(offset + field, true));
    more = whole.getUint32(offset + size - 4, true);
  }
  const table = new Uint8Array(Math.min(locations.length, Math.ceil(bytes.length / size)) * size);
  for (const [index, sector] of locations.entries()) {
    const part = bytes.subarray((sector + 1) * size, (sector + 2) * size);
    if ((index + 1) * size <= table.length) table.set(part, index * size);
  }
  return table;
}

/**
 * Lists the streams of a storage, which are a binary tree, and those of the storages within it. Null when they are longer than
 * `maxLength` in all, as where they share sectors.
 */
function collectStreams(
  entries: readonly Entry[],
  readStream: (entry: Entry) => Uint8Array,
  maxLength: number,
): CompoundFile | null {
  let length = 0;
  const streams = new Map<string, Uint8Array>();
  const seen = new Set<number>();
  const pending = [{ index: entries[0]?.child ?? maxSector, path: '' }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const entry = entries[next.index];
    if (!entry || seen.has(next.index)) continue;
    seen.add(next.index);
    pending.push({ index: entry.left, path: next.path }, { index: entry.right, path: next.path });
    const path = `${next.path}${entry.name}`;
    if (entry.type === types.stream) {
      const stream = readStream(entry);
      length += stream.length;
      if (length > maxLength) return null;
      streams.set(path, stream);
    } else if (entry.type === types.storage) pending.push({ index: entry.child, path: `${path}/` });
  }
  return streams;
}

/** Reads the streams of a compound file ([MS-CFB]); null when it is none, or damaged. */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 1_536 || !isCompoundFile(bytes)) return null;
  const header = viewOf(bytes.subarray(0, 512));
  const [shift, miniShift] = [header.getUint16(30, true), header.getUint16(32, true)];
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) return null;
  const size = 2 ** shift;
  const sectors = new Sectors(bytes, size, size, createLookup(readTable(bytes, header, size)));
  const entries = readEntries(sectors.read(header.getUint32(48, true), maxEntries * entryBytes));
  const [root] = entries;
  if (root?.type !== types.root) return null;
  const miniTable = sectors.read(header.getUint32(60, true), header.getUint32(64, true) * size);
  const miniStream = sectors.read(root.start, root.size);
  const miniSectors = new Sectors(miniStream, 2 ** miniShift, 0, createLookup(miniTable));
  const miniLimit = header.getUint32(56, true);
  return collectStreams(
    entries,
    ({ start, size: length }) => (length < miniLimit ? miniSectors : sectors).read(start, length),
    bytes.length,
  );
}
