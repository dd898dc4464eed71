/**
 * Ends a text with a full stop, unless it ends like a sentence already, also where quotes or a directional isolate close after
 * its end.
 */
export function endSentence(text: string): string {
  return /[.!?…]["'”’)\u2069]*\s*$/.test(text) ? text : `${text}.`;
}

/** Makes the first letter a capital one. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
