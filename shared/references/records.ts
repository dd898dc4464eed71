import { cslFields } from './csl-fields';
import type { ReferenceFields } from './reference-fields';

const bibtexEntry = /^[ \t]*@[a-z]{1,30}\s{0,5}[{(]/im;
const bibtexWithoutKey = /(@[a-z]{1,30}\s{0,5}[{(])(?=\s{0,5},)/i;
const risRecord = /^\s*TY {1,2}- ?[A-Z]/;
const risTag = /^[ \t]*([A-Z][A-Z0-9]) {1,2}-(?: |$)/gm;
const risEnd = /^ER {2}-/m;
const cslItems = /^\s*(?:\[\s*)?\{\s*"/;

/** What a record of a bibliography is written in. */
export type RecordFormat = 'bibtex' | 'ris' | 'csl';

/** By how it begins; null when the text is no record. */
export function recordFormat(text: string): RecordFormat | null {
  if (risRecord.test(text)) return 'ris';
  if (cslItems.test(text)) return 'csl';
  return bibtexEntry.test(text) ? 'bibtex' : null;
}

/** Pasting takes a space here and there: every tag is given its two again. Only the first record is left. */
function oneRisRecord(text: string): string {
  const tidy = text.trim().replace(risTag, '$1  - ');
  return tidy.slice(0, risEnd.exec(tidy)?.index ?? tidy.length);
}

/** From the first entry on, which gets a key if it has none: the parser wants one. */
function bibtexEntries(text: string): string {
  return text.slice(bibtexEntry.exec(text)?.index ?? 0).replace(bibtexWithoutKey, '$1record');
}

async function itemsOf(text: string, format: RecordFormat): Promise<unknown> {
  // CSL-JSON is what the parser makes of the others; it is plain data already.
  if (format === 'csl') return JSON.parse(text);
  const { parseBibtex, parseRis } = await import('./citation-parser');
  return format === 'ris' ? parseRis(oneRisRecord(text)) : parseBibtex(bibtexEntries(text));
}

/**
 * Reads a record of a known format, or the first of several; null when it is broken or says nothing of a source. The
 * parser is loaded only now. Nothing is ever fetched.
 */
export async function readRecord(text: string, format: RecordFormat): Promise<ReferenceFields | null> {
  try {
    const items = await itemsOf(text, format);
    return cslFields(Array.isArray(items) ? items[0] : items);
  } catch {
    return null;
  }
}
