const sectorBytes = 512;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;

interface Storage {
  [name: string]: Uint8Array | Storage;
}

interface Entry {
  name: string;
  type: 1 | 2 | 5;
  right: number;
  child: number;
  content: Uint8Array;
}

/** Lists a storage's entries, each with the next one at its right; a real file has them in a balanced tree. */
function addEntries(entries: Entry[], storage: Storage): number {
  let next = none;
  for (const [name, value] of Object.entries(storage).toReversed()) {
    const isStream = value instanceof Uint8Array;
    const child = isStream ? none : addEntries(entries, value);
    entries.push({
      name,
      type: isStream ? 2 : 1,
      right: next,
      child,
      content: isStream ? value : new Uint8Array(),
    });
    next = entries.length - 1;
  }
  return next;
}

/** Builds a compound file without small streams. */
export function makeCompoundFile(root: Storage): Uint8Array {
  const entries: Entry[] = [
    { name: 'Root Entry', type: 5, right: none, child: none, content: new Uint8Array() },
  ];
  const child = addEntries(entries, root);
  const [first] = entries;
  if (first) first.child = child;
  const directory = new DataView(
    new ArrayBuffer(Math.ceil((entries.length * 128) / sectorBytes) * sectorBytes),
  );
  const sectors: Uint8Array[] = [];
  const chain: number[] = [];
  const addStream = (content: Uint8Array): number => {
    if (content.length === 0) return endOfChain;
    const start = sectors.length;
    for (let offset = 0; offset < content.length; offset += sectorBytes) {
      const sector = new Uint8Array(sectorBytes);
      sector.set(content.subarray(offset, offset + sectorBytes));
      sectors.push(sector);
      chain.push(offset + sectorBytes < content.length ? sectors.length : endOfChain);
    }
    return start;
  };
  for (const [index, { name, type, right, child: below, content }] of entries.entries()) {
    const offset = index * 128;
    for (const [at, character] of Array.from(name).entries())
      directory.setUint16(offset + at * 2, character.charCodeAt(0), true);
    directory.setUint16(offset + 64, name.length * 2 + 2, true);
    directory.setUint8(offset + 66, type);
    directory.setUint32(offset + 68, none, true);
    directory.setUint32(offset + 72, right, true);
    directory.setUint32(offset + 76, below, true);
    directory.setUint32(offset + 116, addStream(content), true);
    directory.setUint32(offset + 120, content.length, true);
  }
  const directoryStart = addStream(new Uint8Array(directory.buffer));
  const tableStart = sectors.length;
  const tableCount = Math.ceil((chain.length + 8) / 128);
  const table = new DataView(new ArrayBuffer(tableCount * sectorBytes));
  for (let index = 0; index < tableCount * 128; index += 1)
    table.setUint32(index * 4, chain[index] ?? none, true);
  const header = new DataView(new ArrayBuffer(sectorBytes));
  for (const [index, byte] of [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].entries())
    header.setUint8(index, byte);
  header.setUint16(30, 9, true);
  header.setUint16(32, 6, true);
  header.setUint32(44, tableCount, true);
  header.setUint32(48, directoryStart, true);
  header.setUint32(60, endOfChain, true);
  header.setUint32(68, endOfChain, true);
  for (let index = 0; index < 109; index += 1)
    header.setUint32(76 + index * 4, index < tableCount ? tableStart + index : none, true);
  const all = [new Uint8Array(header.buffer), ...sectors, new Uint8Array(table.buffer)];
  return new Uint8Array(all.flatMap((part) => Array.from(part)));
}
