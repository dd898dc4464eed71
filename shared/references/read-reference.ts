import { addressFields } from './address-fields';
import { readAddress } from './addresses';
import { readRecord, recordFormat } from './records';
import type { ReferenceFields } from './reference-fields';
import { readWords } from './reference-in-words';

/** Longer texts, in UTF-16 units, are no reference. */
const longest = 100_000;

/**
 * Reads what a person pastes as a source: an address, a DOI, a record in BibTeX, BibLaTeX, RIS or CSL-JSON (of several the
 * first), or a reference in words. Everything comes from the text itself, nothing from the network. Null when these are
 * ordinary words such as a title. Never throws.
 */
export async function readReference(text: string): Promise<ReferenceFields | null> {
  if (text.length > longest) return null;
  const url = readAddress(text);
  if (url) return addressFields(url);
  const format = recordFormat(text);
  return format ? readRecord(text, format) : readWords(text);
}
