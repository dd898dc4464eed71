import { type ArticleReference, findPageLocator } from '../domain/sources/article-references';
import { getFallbackTitle } from '../domain/sources/fallback-title';
import { emptySourceFields, type SourceFields } from '../domain/sources/source-fields';
import { readAddressFields } from './address-fields';
import { readReference } from './read-reference';
import { toFieldLine } from './reference-fields';

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
