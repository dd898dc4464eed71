import type { ReferenceFields } from '../reference-fields';
import { cslFields } from './csl-fields';

const bibtexEntry = /^[ \t]*@[a-z]{1,30}\s{0,5}[{(]/im;
const bibtexWithoutKey = /(@[a-z]{1,30}\s{0,5}[{(])(?=\s{0,5},)/gi;
const risRecord = /^\s*TY {1,2}- ?[A-Z]/;
const risTag = /^[ \t]*([A-Z][A-Z0-9]) {1,2}-(?: |$)/gm;
const risEnd = /^ER {2}-.*$/m;
/** A text with more records is a whole library. */
const mostRecords = 100;
const cslItems = /^\s*(?:\[\s*)?\{\s*"/;

/** What a record of a bibliography is written in. */
export type RecordFormat = 'bibtex' | 'ris' | 'csl';

/** By how it begins; null when the text is no record. */
export function recordFormat(text: string): RecordFormat | null {
  if (risRecord.test(text)) return 'ris';
  if (cslItems.test(text)) return 'csl';
  return bibtexEntry.test(text) ? 'bibtex' : null;
}

/** The records of an RIS text. Pasting takes a space here and there: every tag is given its two again. */
function risRecords(text: string): string[] {
  const tidy = text.trim().replace(risTag, '$1  - ');
  return tidy
    .split(risEnd)
    .map((record) => record.trim())
    .filter((record) => record !== '')
    .slice(0, mostRecords);
}

/** From the first entry on, which gets a key if it has none: the parser wants one. */
function bibtexEntries(text: string): string {
  return text.slice(bibtexEntry.exec(text)?.index ?? 0).replace(bibtexWithoutKey, '$1record');
}

async function itemsOf(text: string, format: RecordFormat): Promise<unknown> {
  // CSL-JSON is what the parser makes of the others; it is plain data already.
  if (format === 'csl') return JSON.parse(text);
  const { parseBibtex, parseRis } = await import('./citation-parser');
  return format === 'ris' ? risRecords(text).map(parseRis) : parseBibtex(bibtexEntries(text));
}

/**
 * Reads the records of a text in a known format, in order; one that says nothing of a source is null. Empty when the text is
 * broken. The parser is loaded only now. Nothing is ever fetched.
 */
export async function readRecords(text: string, format: RecordFormat): Promise<(ReferenceFields | null)[]> {
  try {
    const items = await itemsOf(text, format);
    return (Array.isArray(items) ? items.slice(0, mostRecords) : [items]).map(cslFields);
  } catch {
    return [];
  }
}
