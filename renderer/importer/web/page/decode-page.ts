import { decodeText } from '../../../../shared/import/text/decode-text';

/** Bytes in which a page's own word for its encoding is looked for; browsers look in about as many. */
const head = 4_096;

const inMeta = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i;
const inXml = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i;

/** The text of a web page, in the encoding that a server (`charset`) or else the page itself declares where that matters. */
export function decodePage(
  name: string,
  bytes: Uint8Array,
  charset: string | null,
): ReturnType<typeof decodeText> {
  const start = String.fromCharCode(...bytes.subarray(0, head));
  const [, own = ''] = inXml.exec(start) ?? inMeta.exec(start) ?? [];
  return decodeText(name, bytes, [charset ?? '', own]);
}
