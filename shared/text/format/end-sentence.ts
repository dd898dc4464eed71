/** Ends a text like a sentence: with a full stop, unless it has its own end already, within quotes or an isolate. */
export function sentence(text: string): string {
  return /[.!?…]["'”’)\u2069]*\s*$/.test(text) ? text : `${text}.`;
}

/** The same with a capital first letter. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
