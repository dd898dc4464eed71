/** Whether a field is a table of contents, or a list of figures or tables (ECMA-376, part 1: 17.16.5.68). An index is text. */
export function isContentsField(instruction: string): boolean {
  return /^\s*TOC\b/i.test(instruction);
}

/** Whether a field has a result that no program shows: it only keeps a value for other fields. */
export function isUnshownField(instruction: string): boolean {
  return /^\s*(?:SET|ASK)\s/i.test(instruction);
}

/** The address of a HYPERLINK field; null for every other field, and for a link within the document. */
export function parseHyperlinkField(instruction: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(instruction) ?? [];
  const address = quoted ?? bare ?? '';
  if (address === '') return null;
  const [, fragment] = /\\l\s+"([^"]*)"/i.exec(instruction) ?? [];
  return fragment === undefined ? address : `${address}#${fragment}`;
}
