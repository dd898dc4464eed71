import { printable } from '../printable';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Any string as HTML text or as the value of a quoted attribute. Nothing in it can be markup; what HTML cannot hold is
 * shown as a sign (see `printable`).
 */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
