import mime from 'mime';
import { findGraphemeStart } from '../../../../shared/text/segmenter/graphemes';

/** Characters that are invisible or reorder the text: controls, formats such as bidi overrides, lone surrogates, separators. */
const deceptive = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** In bytes of UTF-8: the limit of most systems, and how much of it an extension may take. */
const maxNameBytes = 255;
const maxExtensionBytes = 64;

/** An empty name, or one that names a folder (`.`, `..`). */
const onlyDots = /^\.*$/;
const fallbackName = 'file';

/**
 * The name under which a file is stored and shown: without folders and deceptive characters, in Unicode NFC, at most 255
 * bytes of UTF-8 including the extension, and never empty.
 */
export function toAttachmentName(name: string): string {
  const baseName = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const plain = baseName.replace(deceptive, '').normalize('NFC').trim();
  if (onlyDots.test(plain)) return fallbackName;
  if (Buffer.byteLength(plain) <= maxNameBytes) return plain;
  const extension = getShortExtension(plain);
  const stem = plain.slice(0, plain.length - extension.length);
  const short = truncateToBytes(stem, maxNameBytes - Buffer.byteLength(extension)).trimEnd();
  return (onlyDots.test(short) ? fallbackName : short) + extension;
}

/** IANA media type, derived from the name's extension. */
export function getMediaType(name: string): string {
  return mime.getType(name) ?? 'application/octet-stream';
}

/** The extension with its dot; empty when there is none or it is too long to be kept. */
function getShortExtension(name: string): string {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  return Buffer.byteLength(extension) > maxExtensionBytes ? '' : extension;
}

/** The longest start of the text that fits into `maxBytes` of UTF-8 and splits no grapheme cluster. */
function truncateToBytes(text: string, maxBytes: number): string {
  let end = 0;
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return text.slice(0, findGraphemeStart(text, end));
}
