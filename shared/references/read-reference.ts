import { addressFields } from './address-fields';
import { readAddress } from './addresses';
import { readRecords, recordFormat } from './records/read-records';
import type { ReferenceFields } from './reference-fields';
import { readWords } from './written-reference';

/** Longer texts, in UTF-16 units, are no reference. */
const longest = 100_000;

/**
 * Reads what a person pastes as a source: an address, a DOI, a reference in words, or records in BibTeX, BibLaTeX, RIS or
 * CSL-JSON, of which there can be several; one that can't be read is null. Everything comes from the text itself, nothing
 * from the network. Empty when these are ordinary words such as a title. Never throws.
 */
export async function readReferences(text: string): Promise<(ReferenceFields | null)[]> {
  if (text.length > longest) return [];
  const url = readAddress(text);
  const format = recordFormat(text);
  if (!url && format) return readRecords(text, format);
  const read = url ? addressFields(url) : readWords(text);
  return read ? [read] : [];
}

/** The first reference in a text, as `readReferences` reads it; null when there is none. */
export async function readReference(text: string): Promise<ReferenceFields | null> {
  const read = await readReferences(text);
  return read.find((fields) => fields !== null) ?? null;
}
