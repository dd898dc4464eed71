import { create } from 'zustand';
import { maxQueryLength, type SearchResults } from '#shared/contract/commands/library-commands.ts';
import { client } from '../base/client.ts';

interface LibrarySearch {
  query: string;
  /** The newest answer; null before the first. */
  results: SearchResults | null;
  /** Why the last query was not answered; null when it was. */
  problem: string | null;
}

/** The search of the whole library. The query stays for the next time. */
export const useLibrarySearch = create<LibrarySearch>()(() => ({ query: '', results: null, problem: null }));

/** How long after an answer from an index that is not complete the query is sent again, in milliseconds. */
export const retryMs = 400;

let lastSearch = 0;

/** Searches the library. All answers but that to the last search are dropped, also of the same words: main gives those up. */
export async function searchLibraryFor(typed: string): Promise<void> {
  const query = typed.slice(0, maxQueryLength);
  lastSearch += 1;
  const thisSearch = lastSearch;
  useLibrarySearch.setState({ query });
  const answer = await client.call('search.query', { query });
  if (thisSearch !== lastSearch) return;
  if (answer.ok) useLibrarySearch.setState({ results: answer.value, problem: null });
  else useLibrarySearch.setState({ problem: answer.error.message });
}

/** Whether all articles that can be searched are in the index. */
export function isIndexComplete({ indexedCount, skipped, totalCount }: SearchResults): boolean {
  return indexedCount + skipped.length >= totalCount;
}
