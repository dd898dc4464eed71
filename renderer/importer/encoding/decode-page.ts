import { decodeText } from '../../../shared/import/text/decode-text';
import type { InputFile } from '../format';

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
