import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useSession } from '../../state/review/use-session';
import {
  clearFind,
  findText,
  goToNextMatch,
  restartFindFromReader,
  selectCurrentMatch,
  useFind,
} from '../../state/view/find';
import { useReviewView } from '../../state/view/review-view';
import { SearchBox } from '../../ui/fields/search-box';
import styles from './find-field.module.css';
import { FindResults, getRowElementId } from './find-results';
import type { ResultRow } from './list-results';
import { openResult } from './open-result';
import { useGroupedResults } from './use-grouped-results';

interface FindFieldProps {
  /** Moves the focus into the article. */
  onLeave: () => void;
}

function formatMatchCount(index: number, count: number): string {
  return count === 0 ? 'No results' : `${formatNumber(index + 1)} of ${formatNumber(count)}`;
}

/**
 * Find in the article, with the number of matches, next and previous. Enter selects the current match and leaves the field. Below it
 * is what is found in the claims, notes, corrections and sources as well: the arrow keys go there and Escape comes back.
 */
export function FindField({ onLeave }: FindFieldProps) {
  const session = useSession();
  const { draft } = session;
  const { query, matches, index } = useFind();
  const focusRequest = useReviewView((view) => view.findFocusRequest);
  const input = useRef<HTMLInputElement>(null);
  const { groups, showMore } = useGroupedResults();
  const [hasFocus, setHasFocus] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const listId = useId();
  const rows = groups.flatMap((group) => group.rows);
  const activeIndex = rows.findIndex(({ id }) => id === activeId);
  const isListShown = hasFocus && query !== '' && rows.length > 0;

  useEffect(() => {
    if (!focusRequest) return;
    useReviewView.setState({ findFocusRequest: null });
    // The field may already have the focus although the article was scrolled since then.
    restartFindFromReader();
    input.current?.focus();
    input.current?.select();
  }, [focusRequest]);
  useEffect(() => clearFind, []);

  const open = (row: ResultRow) => {
    if (row.kind === 'more') {
      // The first of the rows that take its place.
      setActiveId(null);
      showMore(row.group);
      return;
    }
    setActiveId(null);
    onLeave();
    openResult(session, row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes text, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return;
    const active = isListShown ? rows[activeIndex] : undefined;
    if (isListShown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      // Above the first row is the field.
      const by = event.key === 'ArrowDown' ? 1 : -1;
      const next = activeIndex === -1 && by === -1 ? rows.length - 1 : activeIndex + by;
      setActiveId(rows[next]?.id ?? null);
    } else if (active && event.key === 'Enter') open(active);
    else if (active && event.key === 'Escape') setActiveId(null);
    else if (event.key === 'Enter') {
      if (event.shiftKey) goToNextMatch(-1);
      if (selectCurrentMatch()) onLeave();
    } else if (event.key === 'Escape') {
      clearFind();
      onLeave();
    } else return;
    event.preventDefault();
  };

  return (
    <SearchBox
      list={{
        id: listId,
        isShown: isListShown,
        activeId: activeIndex === -1 ? null : getRowElementId(listId, activeId ?? ''),
      }}
      label="Find"
      placeholder="Find  /"
      value={query}
      onChange={(value) => {
        setActiveId(null);
        findText(draft, value);
      }}
      inputRef={input}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setHasFocus(true);
        restartFindFromReader();
      }}
      onBlur={() => {
        setHasFocus(false);
        setActiveId(null);
      }}
      className={styles.find}
    >
      <output className={styles.count}>{query !== '' && formatMatchCount(index, matches.length)}</output>
      {query !== '' && (
        <>
          <AriaButton className={styles.step} aria-label="Previous" onPress={() => goToNextMatch(-1)}>
            <ChevronUp size={15} aria-hidden="true" />
          </AriaButton>
          <AriaButton className={styles.step} aria-label="Next" onPress={() => goToNextMatch(1)}>
            <ChevronDown size={15} aria-hidden="true" />
          </AriaButton>
        </>
      )}
      {isListShown && (
        <FindResults id={listId} groups={groups} activeId={activeId} field={input.current} onOpen={open} />
      )}
    </SearchBox>
  );
}
