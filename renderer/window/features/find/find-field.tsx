import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useShortestKeyName } from '#renderer/window/state/keys.ts';
import { findListedClaim, type Session } from '#renderer/window/state/review/session.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import {
  clearFind,
  endFind,
  goToMatch,
  goToNextMatch,
  restartFindHere,
  selectCurrentMatch,
  typeQuery,
  useFind,
} from '#renderer/window/state/view/find.ts';
import { goToListedClaim, showSource } from '#renderer/window/state/view/navigate.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { SearchBox } from '#renderer/window/ui/fields/search-box.tsx';
import { formatNumber } from '#shared/text/format/numbers.ts';
import styles from './find-field.module.css';
import { FindResults, type OpenableRow, type ResultKeys } from './find-results.tsx';

/** Goes to a result: a match in the article, or the claim or the source, in the card. */
function openResult(session: Session, row: OpenableRow): void {
  if (row.kind === 'match') {
    goToMatch(row.index);
    return;
  }
  showPanel('card');
  const claim = row.claimId === null ? undefined : findListedClaim(session, row.claimId);
  if (claim) goToListedClaim(claim);
  else if (row.sourceId !== null) showSource(row.sourceId);
  if (row.group === 'notes') useReviewView.setState({ card: { show: 'claim' }, noteFocusRequest: {} });
}

function formatMatchCount(index: number, count: number): string {
  return count === 0 ? 'Not in the text' : `${formatNumber(index + 1)} of ${formatNumber(count)}`;
}

/**
 * Find in the article, with the number of matches, next and previous. Enter goes to the next match and stays in the field; Escape
 * returns to the article with the match selected. Below it is what is found in the claims, notes, corrections and sources as well:
 * the arrow keys go there and Escape comes back. Going to a match closes this list, which could cover the match; typing and the arrow
 * keys open it again.
 */
export function FindField() {
  const session = useSession();
  const { draft } = session;
  const { query, searched, matches, index, isListOpen } = useFind();
  const focusRequest = useReviewView((view) => view.findFocusRequest);
  const input = useRef<HTMLInputElement>(null);
  const results = useRef<ResultKeys>(null);
  const [hasFocus, setHasFocus] = useState(false);
  /** The id of the element of the active result. */
  const [activeId, setActiveId] = useState<string | null>(null);
  const listId = useId();
  const hasResults = hasFocus && query.trim() !== '';

  useEffect(() => {
    if (!focusRequest) return;
    useReviewView.setState({ findFocusRequest: null });
    // The field may already have the focus although the article was scrolled since then.
    restartFindHere();
    input.current?.focus();
    input.current?.select();
  }, [focusRequest]);
  useEffect(() => clearFind, []);

  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target !== input.current) return;
    const isForResults = results.current?.pressKey(event.key) === true;
    if (!isForResults && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (isForResults) return;
    // Before the field clears itself.
    if (!selectCurrentMatch()) endFind();
    focusMainArea();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes text, Enter belongs to it.
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    // The focus stays here: the letters that are typed next belong to the query.
    goToNextMatch(event.shiftKey ? -1 : 1);
  };

  return (
    <SearchBox
      list={hasResults && isListOpen ? { id: listId, activeId } : null}
      label="Find"
      placeholder="Find"
      keyName={useShortestKeyName('find')}
      value={query}
      onChange={(value) => typeQuery(draft, value)}
      inputRef={input}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setHasFocus(true);
        restartFindHere();
      }}
      onBlur={() => setHasFocus(false)}
      className={styles.find}
    >
      <output className={styles.count}>
        {query !== '' && searched !== '' && formatMatchCount(index, matches.length)}
      </output>
      {query !== '' && (
        <>
          <AriaButton
            className={`bare-button ${styles.step}`}
            aria-label="Previous"
            onPress={() => goToNextMatch(-1)}
          >
            <ChevronUp size={15} aria-hidden="true" />
          </AriaButton>
          <AriaButton
            className={`bare-button ${styles.step}`}
            aria-label="Next"
            onPress={() => goToNextMatch(1)}
          >
            <ChevronDown size={15} aria-hidden="true" />
          </AriaButton>
        </>
      )}
      {hasResults && (
        <FindResults
          id={listId}
          keys={results}
          field={input.current}
          onActive={setActiveId}
          onOpen={(row) => {
            // Next comes another match, but what is shown in the card is not looked for any more.
            if (row.kind !== 'match') focusMainArea();
            openResult(session, row);
          }}
        />
      )}
    </SearchBox>
  );
}
