import { decodeText, plainLineEnds } from '../../../shared/import/decode-text';

/** Bytes in which a page's own word for its encoding is looked for; browsers look in about as many. */
const head = 4_096;

const inMeta = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i;
const inXml = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/i;

function decoderOf(label: string): TextDecoder | null {
  try {
    // A page of which the start is read as ASCII is not UTF-16, whatever it says (HTML, 13.2.3.2).
    return new TextDecoder(/^utf-16/i.test(label) ? 'utf-8' : label);
  } catch {
    return null;
  }
}

/** A decoder for the encoding that a server (`charset`) or else the page itself names; null when it is none that is known. */
function declaredDecoder(bytes: Uint8Array, charset: string | null): TextDecoder | null {
  const start = String.fromCharCode(...bytes.subarray(0, head));
  const [, own = ''] = inXml.exec(start) ?? inMeta.exec(start) ?? [];
  return decoderOf(charset ?? '') ?? decoderOf(own);
}

/** Encodings of which every text looks like ASCII. */
const likeAscii = new Set(['iso-2022-jp']);

/**
 * The text of a web page: as `decodeText` has it where that is sure, else in the encoding that the server or the page
 * declares, where letters that are broken become U+FFFD, as in a browser.
 */
export function decodePage(
  name: string,
  bytes: Uint8Array,
  charset: string | null,
): ReturnType<typeof decodeText> {
  const decoded = decodeText(name, bytes);
  const unsure = decoded.ok ? decoded.encoding === 'windows-1252' : decoded.problem.code === 'undecodable';
  const decoder = declaredDecoder(bytes, charset);
  if (!decoder || !(unsure || likeAscii.has(decoder.encoding))) return decoded;
  return { ok: true, text: plainLineEnds(decoder.decode(bytes)), encoding: 'utf-8' };
}
