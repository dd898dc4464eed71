/** A web address or DOI as the last word: programs that make a link of it would take a full stop for a part of it. */
const endsWithAddress = /(?:^|[\s(<“"\u2068])(?:https?:\/\/|www\.|doi:)[^\s<>"“”]*[\w/=#&%~-]\u2069?$/i;

/**
 * Ends a text with a full stop, unless it ends like a sentence already, also where quotes or a directional isolate close after
 * its end, or with an address.
 */
export function endSentence(text: string): string {
  return /[.!?…]["'”’)\u2069]*\s*$/.test(text) || endsWithAddress.test(text) ? text : `${text}.`;
}

/** Makes the first letter a capital one. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
