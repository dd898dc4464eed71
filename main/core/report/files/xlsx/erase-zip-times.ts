/** Signatures of a zip's records, and how far into each its time stands, in bytes (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
const localHeader = { signature: 0x04034b50, time: 10 };
const centralHeader = { signature: 0x02014b50, time: 12 };
const end = { signature: 0x06054b50, length: 22 };

/** 1 January 1980, 00:00, as MS-DOS writes it: the earliest time that a zip can hold. */
const earliest = 0x0021_0000;

/**
 * Sets the times of all entries of a zip to 1 January 1980, in place: they show when and in which time zone the file was made, and would
 * make two files of the same content differ. The zip must have no comment and fewer than 65,535 entries. Throws on anything else.
 */
export function eraseZipTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const endAt = zip.byteLength - end.length;
  const check = (at: number, signature: number) => {
    if (at < 0 || view.getUint32(at, true) !== signature) throw new Error('this is no plain zip');
  };
  check(endAt, end.signature);
  const count = view.getUint16(endAt + 10, true);
  let at = view.getUint32(endAt + 16, true);
  for (let index = 0; index < count; index += 1) {
    check(at, centralHeader.signature);
    view.setUint32(at + centralHeader.time, earliest, true);
    const local = view.getUint32(at + 42, true);
    check(local, localHeader.signature);
    view.setUint32(local + localHeader.time, earliest, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}
