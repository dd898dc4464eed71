import type { KeyboardEvent, RefObject } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type {
  FoundArticle,
  FoundPlace,
  SearchedKind,
} from '../../../shared/contract/commands/search-commands';
import { formatCount } from '../../../shared/text/format/format-count';
import { MarkedSnippet } from '../../ui/text/marked-snippet';
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
  /** Moves the focus above the list. */
  onLeave: () => void;
}

/** The articles that were found, each with the places in it. The arrow keys go from place to place. */
export function SearchResultList({ articles, listRef, onOpen, onLeave }: SearchResultListProps) {
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
    <ul ref={listRef} className={styles.articles} aria-label="Articles found" onKeyDown={onKeyDown}>
      {articles.map(({ articleId, title, places, moreCount }) => (
        <li key={articleId}>
          <h3 className={styles.title}>
            <bdi>{title}</bdi>
          </h3>
          <ul className={styles.places} aria-label={title}>
            {places.map((place, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be at two places
              <li key={index}>
                <AriaButton className={styles.place} onPress={() => onOpen(articleId, place)}>
                  <span className={styles.kind}>{kindLabels[place.kind]}</span>
                  <MarkedSnippet snippet={place.snippet} />
                </AriaButton>
              </li>
            ))}
          </ul>
          {moreCount > 0 && <p className={styles.status}>{`And ${formatCount(moreCount, 'more place')}.`}</p>}
        </li>
      ))}
    </ul>
  );
}
