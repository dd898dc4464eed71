/** The characters of 0x80 to 0x9f, where Latin-1 has control characters; U+FFFD for the five undefined bytes. */
const charactersFrom0x80 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

/** Bytes that are decoded at once, because a call takes a limited number of arguments. */
const chunkBytes = 8_192;

/** Decodes Windows-1252, which includes Latin-1 text. The five undefined bytes become U+FFFD. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
    const codeUnits = Array.from(bytes.subarray(offset, offset + chunkBytes), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? charactersFrom0x80.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codeUnits));
  }
  return parts.join('');
}

/**
 * Whether bytes look like text in Windows-1252: no byte is undefined, and the share of non-ASCII characters is not larger than in
 * any western language.
 */
export function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let nonAsciiCount = 0;
  let visibleCount = 0;
  for (const byte of bytes) {
    if (byte > 0x20) visibleCount += 1;
    if (byte > 0x7f) nonAsciiCount += 1;
    if (byte >= 0x80 && byte <= 0x9f && charactersFrom0x80[byte - 0x80] === '\ufffd') return false;
  }
  return nonAsciiCount * 2 <= visibleCount;
}
