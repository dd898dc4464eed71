/** The text of a changed part, as `setPart` takes it: with an XML declaration in UTF-8. */
export function serializePart(_document: Document): string {
  throw new Error('not built');
}
