import { toPrintable } from '../printable';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** ASCII text without markup and control characters, which needs no escaping. Most short texts are of this kind. */
const plainText = /^[\t\n !#-%(-;=?-~]*$/;

/**
 * Escapes any string for HTML text or for a quoted attribute. Nothing in it can become markup. Characters that HTML does
 * not allow become visible symbols (see `toPrintable`).
 */
export function escapeHtml(text: string): string {
  if (plainText.test(text)) return text;
  return toPrintable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
