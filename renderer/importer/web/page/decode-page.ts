import { decodeText } from '../../../../shared/import/text/decode-text';

/** Bytes in which the page's own declaration of its encoding is searched for; browsers search about as many. */
const maxDeclarationBytes = 4_096;

const metaCharset = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i;
const xmlEncoding = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i;

/** Decodes a web page. Where the bytes leave it open, the encoding is the one that the server sent, or else the page declares. */
export function decodePage(
  name: string,
  bytes: Uint8Array,
  charset: string | null,
): ReturnType<typeof decodeText> {
  const start = String.fromCharCode(...bytes.subarray(0, maxDeclarationBytes));
  const [, declared = ''] = xmlEncoding.exec(start) ?? metaCharset.exec(start) ?? [];
  return decodeText(name, bytes, [charset ?? '', declared]);
}
