/** The characters of 0x80 to 0x9f, where Latin-1 has control characters; U+FFFD for the five undefined bytes. */
const charactersFrom0x80 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Bytes that are decoded at once, because a call takes a limited number of arguments. */
const chunkBytes = 8_192;

/**
 * Decodes Windows-1252, which includes Latin-1 text. Null when the bytes do not look like text in this encoding: there is
 * an undefined byte, or a larger share of non-ASCII characters than in any western language. TextDecoder is not used
 * because the one of Node 20.20 decodes 0x80 to 0x9f to control characters.
 */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let nonAsciiCount = 0;
  let visibleCount = 0;
  for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
    const codeUnits = Array.from(bytes.subarray(offset, offset + chunkBytes), (byte) => {
      if (byte > 0x20) visibleCount += 1;
      if (byte > 0x7f) nonAsciiCount += 1;
      return byte >= 0x80 && byte <= 0x9f ? charactersFrom0x80.charCodeAt(byte - 0x80) : byte;
    });
    parts.push(String.fromCharCode(...codeUnits));
  }
  const text = parts.join('');
  return text.includes('\ufffd') || nonAsciiCount * 2 > visibleCount ? null : text;
}
