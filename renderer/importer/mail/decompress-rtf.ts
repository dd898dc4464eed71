/** The text with which the dictionary begins ([MS-OXRTFCP] 2.1.3.1.2). */
const initialDictionary =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const dictionaryBytes = 4_096;
const headerBytes = 16;
const signatures = { compressed: 0x75465a4c, plain: 0x414c454d };

/** Longest RTF that is decompressed, in bytes. */
const maxBytes = 100 * 1024 * 1024;

/** Decompresses the RTF of a message of Outlook ([MS-OXRTFCP]); null when it is damaged. A file that is cut off gives the text before. */
export function decompressRtf(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < headerBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [size, signature] = [view.getUint32(4, true), view.getUint32(8, true)];
  if (signature === signatures.plain) return bytes.subarray(headerBytes);
  if (signature !== signatures.compressed || size > maxBytes) return null;
  const dictionary = new Uint8Array(dictionaryBytes);
  dictionary.set(Array.from(initialDictionary, (character) => character.charCodeAt(0)));
  let position = initialDictionary.length;
  const output = new Uint8Array(size);
  let length = 0;
  const write = (byte: number) => {
    if (length < size) output[length++] = byte;
    dictionary[position] = byte;
    position = (position + 1) % dictionaryBytes;
  };
  for (let offset = headerBytes; offset < bytes.length && length < size; ) {
    const control = bytes[offset++] ?? 0;
    for (let bit = 0; bit < 8 && offset < bytes.length && length < size; bit += 1) {
      if (((control >> bit) & 1) === 0) {
        write(bytes[offset++] ?? 0);
        continue;
      }
      const reference = ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
      offset += 2;
      const start = reference >> 4;
      // A reference to where the next byte goes is the end.
      if (start === position) return output.subarray(0, length);
      for (let index = 0; index < (reference & 15) + 2; index += 1)
        write(dictionary[(start + index) % dictionaryBytes] ?? 0);
    }
  }
  return output.subarray(0, length);
}
