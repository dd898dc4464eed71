import { useEffect, useState } from 'react';
import type { KnownSource } from '../../../../shared/contract/commands';
import type { Source } from '../../../../shared/domain/source';
import { sourceRank } from '../../../../shared/domain/sources/source-search';
import { client } from '../../../state/client';
import type { Picked } from './kept-forms';

/** A source that can be picked again. */
export interface Suggestion {
  id: string;
  source: Source;
  picked: Picked;
  /** The other article it comes from; null for this one's own. */
  articleTitle: string | null;
}

/** So many of this article's own are offered; more letters find the others. */
const most = 20;
/** In milliseconds: other articles are only asked once the reviewer pauses. */
const pause = 120;

function own(sources: readonly Source[], query: string): Suggestion[] {
  return sources
    .map((source) => ({ source, rank: sourceRank(source, query) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.source.title.localeCompare(b.source.title))
    .slice(0, most)
    .map(({ source }) => ({
      id: source.id,
      source,
      picked: { from: 'article', sourceId: source.id },
      articleTitle: null,
    }));
}

/** The sources of this article and of the others that answer what is typed. */
export function useSuggestions(
  articleId: string,
  sources: readonly Source[] | null,
  query: string,
): Suggestion[] {
  const [elsewhere, setElsewhere] = useState<readonly KnownSource[]>([]);
  const asked = sources === null ? '' : query.trim();

  useEffect(() => {
    if (asked === '') {
      setElsewhere([]);
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await client.call('library.sources', { articleId, query: asked });
      // What can't be read elsewhere keeps nobody from typing on.
      if (current) setElsewhere(answer.ok ? answer.value : []);
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [articleId, asked]);

  if (sources === null || asked === '') return [];
  return [
    ...own(sources, asked),
    ...elsewhere
      .filter(({ source }) => sourceRank(source, asked) > 0)
      .map(
        (known): Suggestion => ({
          id: `${known.articleId}/${known.source.id}`,
          source: known.source,
          picked: { from: 'library', known },
          articleTitle: known.articleTitle,
        }),
      ),
  ];
}
