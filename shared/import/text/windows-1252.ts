/** What Windows-1252 has where Latin-1 has controls, 0x80 to 0x9f; U+FFFD for the five bytes that mean nothing. */
const high = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

const chunk = 8_192;

/**
 * Decodes Windows-1252, of which Latin-1 text is a part. Null when it does not look like text in that encoding: a byte
 * that means nothing, or more letters beyond ASCII than any western language has. Not done by TextDecoder: that of
 * Node 20.20 takes 0x80 to 0x9f for control characters.
 */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let beyond = 0;
  let visible = 0;
  for (let at = 0; at < bytes.length; at += chunk) {
    const units = Array.from(bytes.subarray(at, at + chunk), (byte) => {
      if (byte > 0x20) visible += 1;
      if (byte > 0x7f) beyond += 1;
      return byte >= 0x80 && byte <= 0x9f ? high.charCodeAt(byte - 0x80) : byte;
    });
    parts.push(String.fromCharCode(...units));
  }
  const text = parts.join('');
  return text.includes('\ufffd') || beyond * 2 > visible ? null : text;
}
