import mime from 'mime';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';

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

/** Characters that some system does not accept in a name, or that deceive: controls, separators, wildcards, bidi overrides. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
/** Device names on Windows, with any extension. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³]) *(\.|$)/i;
const extensionAtEnd = /\.[a-z0-9]{1,14}$/i;

/**
 * Longest name without its extension, in UTF-16 code units. That is at most 240 bytes of UTF-8; with an extension of at most
 * 15 bytes it is 255, the limit of most systems.
 */
const maxStemLength = 80;

/**
 * Makes a file name without extension from a title, valid on every system, of at most `maxLength` UTF-16 code units, so by default 240
 * bytes of UTF-8. A longer title is cut between words where possible.
 */
export function toSafeFileName(title: string, fallback: string, maxLength = maxStemLength): string {
  const short = cutName(cleanName(title), maxLength).replace(/^[. ]+|[. ]+$/g, '');
  if (short === '') return fallback;
  return reserved.test(short) ? `${fallback} ${short}` : short;
}

/**
 * As `toSafeFileName`, for a name with an extension. An extension of at most 14 ASCII letters and digits is kept, because
 * systems choose the program by it. Any other is treated as part of the name and may be cut off.
 */
export function toSafeNameWithExtension(name: string, fallback: string): string {
  const plain = cleanName(name).replace(/[. ]+$/, '');
  const [extension = ''] = extensionAtEnd.exec(plain) ?? [];
  return toSafeFileName(plain.slice(0, plain.length - extension.length), fallback) + extension;
}

/** Cuts a name after a word, unless that leaves less than half of what fits. */
function cutName(name: string, maxLength: number): string {
  if (name.length <= maxLength) return name;
  // A space right behind the limit ends a word as well.
  const lastSpace = name.lastIndexOf(' ', maxLength);
  if (lastSpace > maxLength / 2) return name.slice(0, lastSpace).replace(/[\p{Pd},:;(]+$/u, '');
  return name.slice(0, findGraphemeStart(name, maxLength));
}

function cleanName(name: string): string {
  return collapseWhitespace(name.replace(unsafe, ' '));
}
