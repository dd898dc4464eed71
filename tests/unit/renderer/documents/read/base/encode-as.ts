import { decodeAs } from '#renderer/documents/read/base/decode-as.ts';

const encoders = new Map<string, Map<string, number[]>>();

/** Finds the bytes of each character of an encoding by decoding all single bytes and pairs, since JavaScript only decodes. */
function createEncoder(encoding: string): Map<string, number[]> {
  const bytesOf = new Map<string, number[]>();
  const add = (bytes: number[]) => {
    const character = decodeAs(Uint8Array.from(bytes), encoding);
    if ([...character].length === 1 && character !== '\ufffd' && !bytesOf.has(character))
      bytesOf.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  if (/^(?:shift|euc|gb|big5)/.test(encoding))
    for (let lead = 0x81; lead < 255; lead += 1)
      for (let trail = 0x40; trail < 255; trail += 1) add([lead, trail]);
  return bytesOf;
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 * index, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

/** ISO-2022-JP has the two bytes of EUC-JP without their high bits, between escape sequences (RFC 1468). */
function encodeIso2022Jp(text: string): Uint8Array {
  const escapeToKanji = [0x1b, 0x24, 0x42];
  const escapeToAscii = [0x1b, 0x28, 0x42];
  const bytes = text
    .split(/([^\p{ASCII}]+)/u)
    .flatMap((part) =>
      /^\p{ASCII}*$/u.test(part)
        ? Array.from(encodeAs(part, 'windows-1252'))
        : [
            ...escapeToKanji,
            ...Array.from(encodeAs(part, 'euc-jp'), (byte) => byte & 0x7f),
            ...escapeToAscii,
          ],
    );
  return Uint8Array.from(bytes);
}

/** Encodes a text. Throws when the encoding does not have a character of it. */
export function encodeAs(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) return encodeUtf16(text, encoding === 'utf-16le');
  if (encoding === 'iso-2022-jp') return encodeIso2022Jp(text);
  const encoder = encoders.get(encoding) ?? createEncoder(encoding);
  encoders.set(encoding, encoder);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = encoder.get(character);
      if (!bytes) throw new Error(`${encoding} does not have ${character}`);
      return bytes;
    }),
  );
}
