import { appendToHash } from './rolling-hash';

/** A digest of a text as 16 hexadecimal digits, to distinguish texts. Not for texts that somebody chose in order to deceive. */
export function hashText(text: string): string {
  let [first, second] = [text.length, ~text.length];
  for (let at = 0; at < text.length; at += 1) {
    first = appendToHash(first, text.charCodeAt(at));
    second = appendToHash(second ^ (second >>> 15), text.charCodeAt(at));
  }
  return [first, second].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}
