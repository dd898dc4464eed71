import { emptySourceFields, getFallbackTitle, type SourceFields } from '#shared/domain/base/source-fields.ts';
import { type ArticleReference, findPageLocator } from '#shared/domain/sources/article-references.ts';
import { readAddressFields } from '../address-fields.ts';
import { parseAddress } from '../addresses.ts';
import { type ReferenceFields, toFieldLine } from '../reference-fields.ts';
import { readWrittenReference } from '../written-reference.ts';
import { detectRecordFormat, readRecords } from './read-records.ts';

/** Longer texts, in UTF-16 code units, are not read as references. */
const maxTextLength = 100_000;

/**
 * Reads what a person pastes as a source: an address or a DOI alone, records in BibTeX, BibLaTeX, RIS or CSL-JSON, or a reference
 * as lists of references print it, in this order.
 *
 * Records can hold several references; one that can't be read is null. Returns nothing for ordinary text, such as a title.
 * Everything comes from the text itself and nothing from the network. Never throws.
 */
export async function readReferences(text: string): Promise<(ReferenceFields | null)[]> {
  if (text.length > maxTextLength) return [];
  const url = parseAddress(text);
  const format = detectRecordFormat(text);
  if (!url && format) return readRecords(text, format);
  const fields = url ? readAddressFields(url) : readWrittenReference(text);
  return fields ? [fields] : [];
}

/** Reads the first reference of a text; null when there is none. */
export async function readReference(text: string): Promise<ReferenceFields | null> {
  const references = await readReferences(text);
  return references.find((fields) => fields !== null) ?? null;
}

/**
 * Reads the source that a link or a note of the article refers to, as far as possible without network. The text of a link
 * belongs to the article, so it makes no title. A note that can't be read as a reference is its own title.
 */
export async function readArticleReference({
  words,
  url,
  isNote,
}: ArticleReference): Promise<{ fields: SourceFields; locator: string | null }> {
  const noteFields = isNote ? await readReference(words) : null;
  const addressFields = url === null ? null : readAddressFields(url);
  const known = { ...addressFields, ...noteFields };
  const address = known.url ?? url;
  const title =
    known.title ??
    (isNote ? toFieldLine(words) : undefined) ??
    (address === null ? undefined : getFallbackTitle(address)) ??
    'Untitled source';
  return {
    fields: { ...emptySourceFields, kind: 'document', ...known, url: address, title },
    locator: isNote ? findPageLocator(words) : null,
  };
}
