import { type ArticleReference, pageIn } from '../domain/sources/article-references';
import { standInTitle } from '../domain/sources/fallback-title';
import type { SourceFields } from '../domain/sources/source-edits';
import { addressFields } from './address-fields';
import { readReference } from './read-reference';
import { fieldLine } from './reference-fields';

const nothingKnown: Omit<SourceFields, 'kind' | 'title'> = {
  author: null,
  publisher: null,
  publishedAt: null,
  accessedAt: null,
  url: null,
  archiveUrl: null,
  contact: null,
  primary: false,
  secondary: false,
  confidential: false,
  derivedFrom: null,
};

/**
 * The source that a link or a note of the article names, as far as it can be read from it without network. A link's words
 * are the article's own, so they make no title; a note that can't be read as a reference is its own title.
 */
export async function namedSource({
  words,
  url,
  isNote,
}: ArticleReference): Promise<{ fields: SourceFields; locator: string | null }> {
  const read = isNote ? await readReference(words) : null;
  const byAddress = url === null ? null : addressFields(url);
  const known = { ...byAddress, ...read };
  const address = known.url ?? url;
  const title =
    known.title ??
    (isNote ? fieldLine(words) : undefined) ??
    (address === null ? undefined : standInTitle(address));
  return {
    fields: { ...nothingKnown, kind: 'document', ...known, url: address, title: title ?? 'Untitled source' },
    locator: isNote ? pageIn(words) : null,
  };
}
