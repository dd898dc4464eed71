import type { ImportNotice } from '../../../shared/import/notices';
import { decodeText } from '../../../shared/import/text/decode-text';
import { decodeAs, getEncoding } from '../../../shared/import/text/encodings/decode-as';
import type { InputFile } from '../format';

/** How far the end of the header is searched for, in bytes. */
const maxHeaderBytes = 64 * 1024;

/** Escape sequences of ISO-2022-JP, which encodes Japanese text in ASCII bytes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the encoding has them
const japaneseEscape = /\x1b\$[@B]/;

interface Message {
  bytes: Uint8Array;
  notices: ImportNotice[];
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The bytes are not UTF-8.
    return false;
  }
};

/** The first encoding that the message declares for a text, unless it is ASCII or UTF-8, in which the header would be known. */
function findDeclared(start: string): string | null {
  const [, label = ''] =
    /^content-type:\s*text\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?charset\s*=\s*"?([^\s;"]+)/im.exec(start) ?? [];
  const encoding = getEncoding(label);
  return encoding === 'utf-8' || /ascii/i.test(label) ? null : encoding;
}

/** The encoding of a header, as the body declares it, or else by its bytes together with those of the body. */
function findHeaderEncoding(
  { bytes, encoding = null }: InputFile,
  header: Uint8Array,
  start: string,
): string {
  if (japaneseEscape.test(start.slice(0, header.length))) return 'iso-2022-jp';
  const declared = findDeclared(start);
  if (declared !== null) return declared;
  const isBodyKnown = isUtf8(bytes.subarray(header.length));
  const decoded = decodeText('', isBodyKnown ? header : bytes, [], encoding);
  return decoded.ok ? decoded.encoding : 'windows-1252';
}

/**
 * A message whose header has letters as bytes of an encoding that nothing declares, as old programs write them: the same with a
 * header in UTF-8, and a notice. Any other message stays as it is (RFC 6532 allows UTF-8 in a header).
 */
export function decodeRawHeader(file: InputFile): Message {
  const { bytes } = file;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, maxHeaderBytes));
  const header = bytes.subarray(0, /\r?\n\r?\n/.exec(start)?.index ?? start.length);
  const isRaw = header.some((byte) => byte >= 0x80) || japaneseEscape.test(start.slice(0, header.length));
  if (!isRaw || (isUtf8(header) && header.some((byte) => byte >= 0x80))) return { bytes, notices: [] };
  const encoding = findHeaderEncoding(file, header, start);
  const decoded = new TextEncoder().encode(decodeAs(header, encoding));
  const message = new Uint8Array(decoded.length + bytes.length - header.length);
  message.set(decoded);
  message.set(bytes.subarray(header.length), decoded.length);
  return { bytes: message, notices: [{ kind: 'headerEncodingAssumed', count: 1, name: encoding }] };
}
