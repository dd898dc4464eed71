import { useEffect, useState } from 'react';
import type { LibrarySource } from '../../../../shared/contract/commands/library-commands';
import type { Source } from '../../../../shared/domain/source';
import { rankSource } from '../../../../shared/domain/sources/source-search';
import { client } from '../../../state/client';
import type { PickedSource } from './unsaved-forms';

/** A known source that is suggested for what is typed. */
export interface Suggestion {
  id: string;
  source: Source;
  picked: PickedSource;
  /** The other article that it comes from; null for a source of this article. */
  articleTitle: string | null;
}

/** At most this many sources of this article are suggested. Typing more narrows the search. */
const maxSuggestions = 20;
/** How long after the last key other articles are searched, in milliseconds. */
const searchDelayMs = 120;

/** Suggests the sources of this article and of others that match a query; none while `sources` is null. */
export function useSuggestions(
  articleId: string,
  sources: readonly Source[] | null,
  query: string,
): Suggestion[] {
  const [librarySources, setLibrarySources] = useState<readonly LibrarySource[]>([]);
  const trimmedQuery = sources === null ? '' : query.trim();

  useEffect(() => {
    if (trimmedQuery === '') {
      setLibrarySources([]);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await client.call('library.sources', { articleId, query: trimmedQuery });
      // An unreadable library only means fewer suggestions, so no error is shown.
      if (isCurrent) setLibrarySources(answer.ok ? answer.value : []);
    }, searchDelayMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [articleId, trimmedQuery]);

  if (sources === null || trimmedQuery === '') return [];
  return [
    ...suggestOwnSources(sources, trimmedQuery),
    ...librarySources
      .filter(({ source }) => rankSource(source, trimmedQuery) > 0)
      .map(
        (librarySource): Suggestion => ({
          id: `${librarySource.articleId}/${librarySource.source.id}`,
          source: librarySource.source,
          picked: { from: 'library', librarySource },
          articleTitle: librarySource.articleTitle,
        }),
      ),
  ];
}

function suggestOwnSources(sources: readonly Source[], query: string): Suggestion[] {
  return sources
    .map((source) => ({ source, rank: rankSource(source, query) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.source.title.localeCompare(b.source.title))
    .slice(0, maxSuggestions)
    .map(({ source }) => ({
      id: source.id,
      source,
      picked: { from: 'article', sourceId: source.id },
      articleTitle: null,
    }));
}
