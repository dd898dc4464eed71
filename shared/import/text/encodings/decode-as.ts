import { decodeDos, getDosCodePage } from './dos-code-pages';
import { decodeWindows1252 } from './windows-1252';

/**
 * The encoding that a label stands for, as the Encoding Standard names it, or `ibm437`, `ibm850` or `ibm852`. Null for other
 * labels.
 */
export function getEncoding(label: string): string | null {
  const codePage = getDosCodePage(label);
  if (codePage !== null) return codePage;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // No encoding has this label.
    return null;
  }
}

/** Decodes in an encoding from `getEncoding`. Invalid sequences become U+FFFD. Keeps a byte order mark of another encoding. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (getDosCodePage(encoding) !== null) return decodeDos(bytes, encoding);
  // The TextDecoder of Node 20.20 decodes 0x80 to 0x9f of this encoding to control characters.
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

/** How many characters of a decoded text stand for bytes that are invalid in its encoding. */
export function countUnreadable(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0;
}
