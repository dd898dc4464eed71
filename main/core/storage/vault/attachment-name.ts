import mime from 'mime';
import { graphemeStart } from '../../../../shared/text/segmenter/graphemes';

/** Signs that are not seen or that turn what is seen: controls, formats such as bidi overrides, lone surrogates, separators. */
const deceiving = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** In bytes of UTF-8: the limit of most systems, and how much of it an extension may take. */
const longest = 255;
const longestExtension = 64;

/** No name at all, or one that is only a way to a folder. */
const onlyDots = /^\.*$/;
const unnamed = 'file';

/**
 * The name of a file as it is kept and shown: without folders and without what deceives, in Unicode NFC, at most 255 bytes
 * of UTF-8 with the extension kept, and never empty.
 */
export function attachmentName(name: string): string {
  const own = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const plain = own.replace(deceiving, '').normalize('NFC').trim();
  if (onlyDots.test(plain)) return unnamed;
  if (Buffer.byteLength(plain) <= longest) return plain;
  const extension = extensionOf(plain);
  const stem = plain.slice(0, plain.length - extension.length);
  const short = fitting(stem, longest - Buffer.byteLength(extension)).trimEnd();
  return (onlyDots.test(short) ? unnamed : short) + extension;
}

/** IANA media type by the name's extension. */
export function mediaType(name: string): string {
  return mime.getType(name) ?? 'application/octet-stream';
}

function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  const extension = at > 0 ? name.slice(at) : '';
  return Buffer.byteLength(extension) > longestExtension ? '' : extension;
}

/** As many whole grapheme clusters from the start as fit into so many bytes. */
function fitting(text: string, bytes: number): string {
  let end = 0;
  let used = 0;
  for (const sign of text) {
    used += Buffer.byteLength(sign);
    if (used > bytes) break;
    end += sign.length;
  }
  return text.slice(0, graphemeStart(text, end));
}
