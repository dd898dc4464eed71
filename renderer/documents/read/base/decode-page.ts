import PostalMime, { type Email, type PostalMimeOptions } from 'postal-mime';
import { joinBytes } from '#renderer/documents/zip/join-bytes.ts';
import { getEncodingOfCodePage } from './code-pages.ts';
import { decodeAs, getEncoding } from './decode-as.ts';
import { decodeText } from './decode-text.ts';
import type { InputFile } from './format.ts';

/** Bytes in which the page's own declaration of its encoding is searched for. Large scripts may stand before it. */
const maxDeclarationBytes = 1024 * 1024;

const comments = /<!--.*?-->/gs;
const metaCharset = /<meta\s[^>]*charset\s*=\s*["']?\s*([\w:.-]+)/i;
const xmlEncoding = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i;

/** Decodes a web page. Where the bytes leave it open, the encoding is the one that the server sent, or else the page declares. */
export function decodePage({
  origin,
  bytes,
  charset,
  encoding = null,
}: InputFile): ReturnType<typeof decodeText> {
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, maxDeclarationBytes))
    .replace(comments, '');
  const [, label = ''] = xmlEncoding.exec(start) ?? metaCharset.exec(start) ?? [];
  // A page that is readable as ASCII up to its declaration is not UTF-16, even if it says so (HTML, 13.2.3.2).
  const declared = /^utf-?16/i.test(label) ? 'utf-8' : label;
  return decodeText(origin.name ?? '', bytes, [charset ?? '', declared], encoding);
}

/** A message whose text parts all say how they are encoded; those that did not, as bytes that keep their value. */
interface MarkedMessage {
  bytes: Uint8Array;
  /** The encodings that such parts declare, which postal-mime does not know. */
  labels: string[];
  isMarked: boolean;
}

/** Decodes each byte above 0x7f to U+F700 and its value (Encoding Standard, 14.5), so that nothing is lost. */
const byteKeepingLabel = 'x-user-defined';
const byteKeepingRun = /[\0-\x7f\uf780-\uf7ff]+/g;

/** How far the headers of a message or of a part are read, in bytes. */
const maxHeaderBytes = 20_000;

const contentType = /^content-type:([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)/im;
const charset = /(;\s*charset\s*=\s*)("[^"]*"|[^\s;]+)/i;

/** The encoding that a label names, which may be that of a code page, such as `cp1251`. */
function findEncoding(label: string): string | null {
  const [, codePage] = /^(?:x-)?(?:cp|ibm|windows|ms)-?(\d{3,5})$/i.exec(label) ?? [];
  return getEncoding(label) ?? (codePage === undefined ? null : getEncodingOfCodePage(Number(codePage)));
}

/** Whether postal-mime decodes this label rightly. Programs declare ASCII for text that has other characters as well. */
function isReliable(label: string): boolean {
  const encoding = getEncoding(label);
  return encoding !== null && !encoding.startsWith('ibm') && !/^(?:us-)?ascii$/i.test(label);
}

/**
 * Marks the text parts of a message (RFC 2046) that declare no encoding, or one that is not known, so that their bytes can be
 * decoded later: postal-mime would take them for UTF-8 or Windows-1252, and lose what does not fit.
 */
export function markUndeclaredParts(bytes: Uint8Array): MarkedMessage {
  // One character per byte, so that offsets in it are offsets in the file.
  const file = new TextDecoder('latin1').decode(bytes);
  const labels: string[] = [];
  const pieces: Uint8Array[] = [];
  const boundaries = new Set<string>();
  let copiedTo = 0;
  const replace = (start: number, end: number, words: string) => {
    pieces.push(bytes.subarray(copiedTo, start), new TextEncoder().encode(words));
    copiedTo = end;
  };
  const readHeaders = (start: number): void => {
    const head = file.slice(start, start + maxHeaderBytes);
    const end = /(?:^|(?<=\n))\r?\n/.exec(head);
    const headers = head.slice(0, end?.index);
    const declared = contentType.exec(headers);
    const value = declared?.[1] ?? 'text/plain';
    const [, quoted, plain] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(value) ?? [];
    const boundary = quoted ?? plain;
    if (boundary !== undefined) boundaries.add(boundary);
    if (end && /^\s*message\/rfc822/i.test(value)) readHeaders(start + end.index + end[0].length);
    if (!/^\s*text\/(?:plain|html)\b/i.test(value)) return;
    if (!declared) {
      replace(start, start, `Content-Type: text/plain; charset=${byteKeepingLabel}\r\n`);
      return;
    }
    const [written, name = '', quotedLabel = ''] = charset.exec(value) ?? [];
    const label = quotedLabel.replaceAll('"', '').trim();
    if (isReliable(label)) return;
    if (label !== '') labels.push(findEncoding(label) ?? label);
    const valueEnd = start + declared.index + declared[0].length;
    const at = valueEnd - value.length + (charset.exec(value)?.index ?? value.length);
    replace(at, at + (written?.length ?? 0), `${name || '; charset='}${byteKeepingLabel}`);
  };
  readHeaders(0);
  for (const delimiter of file.matchAll(/^--([^\r\n]{1,200})\r?\n/gm))
    if (boundaries.has((delimiter[1] ?? '').trimEnd())) readHeaders(delimiter.index + delimiter[0].length);
  pieces.push(bytes.subarray(copiedTo));
  return { bytes: joinBytes(pieces), labels, isMarked: pieces.length > 1 };
}

/** Parses a message, or a part of one; null when it is damaged, for which postal-mime throws errors of many kinds. */
export async function parseMessage(
  bytes: Uint8Array,
  options: PostalMimeOptions = {},
): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, options);
  } catch {
    return null;
  }
}

/** The bytes of a text that was decoded as `x-user-defined`; without the characters of parts in another encoding. */
function recoverBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80 || (code >= 0xf780 && code <= 0xf7ff)) bytes[length++] = code & 0xff;
  }
  return bytes.subarray(0, length);
}

/** Decodes the text of marked parts, as the text of a file is decoded: by its bytes, what it declares, or a guess. */
export function decodeMarkedText(
  file: InputFile,
  text: string,
  { labels, isMarked }: MarkedMessage,
): ReturnType<typeof decodePage> {
  const isPlain = !isMarked || text.trim() === '';
  if (isPlain) return { ok: true, text, encoding: 'utf-8', knownBy: 'certain' };
  const decoded = decodePage({ ...file, bytes: recoverBytes(text), charset: labels[0] ?? null });
  if (!decoded.ok) return decoded;
  const whole = text.replace(byteKeepingRun, (run) => decodeAs(recoverBytes(run), decoded.encoding));
  return { ...decoded, text: whole };
}
