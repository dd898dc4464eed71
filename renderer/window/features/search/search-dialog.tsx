import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useLibrary } from '#renderer/window/state/library/library.ts';
import {
  isIndexComplete,
  retryMs,
  searchLibraryFor,
  useLibrarySearch,
} from '#renderer/window/state/library/search-library.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { SearchBox } from '#renderer/window/ui/fields/search-box.tsx';
import { MarkedSnippet } from '#renderer/window/ui/text/isolated-text.tsx';
import type {
  FoundArticle,
  FoundPlace,
  SearchedKind,
  SearchResults,
} from '#shared/contract/commands/library-commands.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import styles from './search-dialog.module.css';

const kindLabels: Record<SearchedKind, string> = {
  title: 'Title',
  text: 'Text',
  claimant: 'Claimant',
  note: 'Note',
  correction: 'Correction',
  source: 'Source',
  evidence: 'Evidence',
};

interface SearchResultListProps {
  articles: readonly FoundArticle[];
  listRef: RefObject<HTMLUListElement | null>;
  onOpen: (articleId: string, place: FoundPlace) => void;
  onLeave: () => void;
}

/** The articles that were found, each with the places in it. The arrow keys go from place to place. */
function SearchResultList({ articles, listRef, onOpen, onLeave }: SearchResultListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(listRef.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((button) => button.matches(':focus'));
    if (index === -1) return;
    event.preventDefault();
    event.stopPropagation();
    const next = index + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) onLeave();
    else buttons[next]?.focus();
  };
  return (
    <ul
      ref={listRef}
      className={`plain-list ${styles.articles}`}
      aria-label="Articles found"
      onKeyDown={onKeyDown}
    >
      {articles.map(({ articleId, title, places, moreCount }) => (
        <li key={articleId}>
          <h3 className={styles.title}>
            <bdi>{title}</bdi>
          </h3>
          <ul className={`plain-list ${styles.places}`} aria-label={title}>
            {places.map((place, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be at two places
              <li key={index}>
                <AriaButton
                  className={`bare-button ${styles.place}`}
                  onPress={() => onOpen(articleId, place)}
                >
                  <span className="small-muted">{kindLabels[place.kind]}</span>
                  <MarkedSnippet snippet={place.snippet} />
                </AriaButton>
              </li>
            ))}
          </ul>
          {moreCount > 0 && (
            <p className={`small-muted ${styles.status}`}>{`And ${formatCount(moreCount, 'more place')}.`}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

interface SearchDialogProps {
  onOpen: (articleId: string, place: FoundPlace) => void;
  onClose: () => void;
}

/** Searches all articles of the library as one types, and opens one at the place that was chosen. */
export function SearchDialog({ onOpen, onClose }: SearchDialogProps) {
  const { query, results, problem } = useLibrarySearch();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    const searchAgain = () => void searchLibraryFor(useLibrarySearch.getState().query);
    searchAgain();
    // An article that is just being moved to the bin is found until it is there.
    return useLibrary.subscribe(searchAgain);
  }, []);
  useEffect(() => {
    if (!results || isIndexComplete(results)) return;
    const timer = setTimeout(() => void searchLibraryFor(useLibrarySearch.getState().query), retryMs);
    return () => clearTimeout(timer);
  }, [results]);

  // The field would only clear itself, and the words are to be there the next time.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const first = list.current?.querySelector('button');
    if (!first) return;
    if (event.key === 'ArrowDown') first.focus();
    else if (event.key === 'Enter') first.click();
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      title="Search the library"
      size="wide"
      onClose={onClose}
      footer={<DialogFooter confirmLabel="Close" onConfirm={onClose} />}
    >
      <SearchBox
        label="Words to search for"
        placeholder="Articles, notes, corrections and sources"
        value={query}
        onChange={(value) => void searchLibraryFor(value)}
        inputRef={input}
        onKeyDownCapture={onKeyDownCapture}
        onKeyDown={onKeyDown}
        className={undefined}
      />
      <div role="status" className={`small-muted ${styles.status}`}>
        {problem ?? (results && describeResults(results, query))}
      </div>
      {results && query.trim() !== '' && (
        <SearchResultList
          articles={results.articles}
          listRef={list}
          onOpen={onOpen}
          onLeave={() => input.current?.focus()}
        />
      )}
      {results && results.skipped.length > 0 && (
        <p className={`small-muted ${styles.status}`}>
          {`Not searched, because ${results.skipped.length === 1 ? 'it' : 'they'} can’t be read or the library is too large: `}
          {results.skipped.map((title, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two articles may have the same title
            <span key={index}>
              {index > 0 && ', '}
              <bdi>{title}</bdi>
            </span>
          ))}
        </p>
      )}
    </Dialog>
  );
}

/** The number of articles that were found, and how much of the library was searched. */
function describeResults(results: SearchResults, query: string): string {
  const { articles, articleCount, isApproximate, indexedCount, totalCount } = results;
  const progress = isIndexComplete(results)
    ? ''
    : ` Indexing ${formatNumber(indexedCount)} of ${formatCount(totalCount, 'article')}.`;
  if (query.trim() === '')
    return `${formatCount(totalCount, 'article is', 'articles are')} searched as you type.${progress}`;
  if (articleCount === 0) return `No article has these words.${progress}`;
  const count =
    articleCount > articles.length
      ? `${formatCount(articleCount, 'article')}, the best ${formatNumber(articles.length)} of them listed.`
      : `${formatCount(articleCount, 'article')}.`;
  return isApproximate
    ? `No article has these words. With similar ones: ${count}${progress}`
    : `${count}${progress}`;
}
