import type { ReferenceFields } from '../reference-fields';
import { readCslFields } from './csl-fields';

const bibtexEntry = /^[ \t]*@[a-z]{1,30}\s{0,5}[{(]/im;
const bibtexStartWithoutKey = /(@[a-z]{1,30}\s{0,5}[{(])(?=\s{0,5},)/gi;
const risRecord = /^\s*TY {1,2}- ?[A-Z]/;
const risTag = /^[ \t]*([A-Z][A-Z0-9]) {1,2}-(?: |$)/gm;
const risEnd = /^ER {2}-.*$/m;
const cslItems = /^\s*(?:\[\s*)?\{\s*"/;

/** Further records are not read: a text with more is a whole library. */
const maxRecords = 100;

export type RecordFormat = 'bibtex' | 'ris' | 'csl';

/** Detects the format of bibliographic records by how they begin; null when the text holds no records. */
export function detectRecordFormat(text: string): RecordFormat | null {
  if (risRecord.test(text)) return 'ris';
  if (cslItems.test(text)) return 'csl';
  return bibtexEntry.test(text) ? 'bibtex' : null;
}

/** Splits an RIS text into records. Restores the two spaces after each tag, since copying often loses one. */
function splitRisRecords(text: string): string[] {
  return text
    .trim()
    .replace(risTag, '$1  - ')
    .split(risEnd)
    .map((record) => record.trim())
    .filter((record) => record !== '')
    .slice(0, maxRecords);
}

/** Cuts a BibTeX text before its first entry, and adds keys to entries without one, because the parser needs them. */
function prepareBibtex(text: string): string {
  return text.slice(bibtexEntry.exec(text)?.index ?? 0).replace(bibtexStartWithoutKey, '$1record');
}

async function parseItems(text: string, format: RecordFormat): Promise<unknown> {
  // The parser converts the other formats to CSL-JSON.
  if (format === 'csl') return JSON.parse(text);
  const { parseBibtex, parseRis } = await import('./citation-parser');
  return format === 'ris' ? splitRisRecords(text).map(parseRis) : parseBibtex(prepareBibtex(text));
}

/**
 * Reads records in their order: citation-parser.ts parses them, csl-fields.ts reads the fields. A record without any is null;
 * a text with invalid syntax gives no records. The parser is loaded with the first call and fetches nothing.
 */
export async function readRecords(text: string, format: RecordFormat): Promise<(ReferenceFields | null)[]> {
  try {
    const items = await parseItems(text, format);
    return (Array.isArray(items) ? items.slice(0, maxRecords) : [items]).map(readCslFields);
  } catch {
    // The parser throws on invalid syntax, which is common in pasted text and no error of the app.
    return [];
  }
}
