import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useFieldHint } from '../../state/keys';
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

interface FindFieldProps {
  /** Moves the focus into the article. */
  onLeave: () => void;
}

function formatMatchCount(index: number, count: number): string {
  return count === 0 ? 'No results' : `${formatNumber(index + 1)} of ${formatNumber(count)}`;
}

/** Find in the article, with the number of matches, next and previous. Enter selects the current match and leaves the field. */
export function FindField({ onLeave }: FindFieldProps) {
  const { draft } = useSession();
  const { query, matches, index } = useFind();
  const focusRequest = useReviewView((view) => view.findFocusRequest);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!focusRequest) return;
    useReviewView.setState({ findFocusRequest: null });
    // The field may already have the focus although the article was scrolled since then.
    restartFindFromReader();
    input.current?.focus();
    input.current?.select();
  }, [focusRequest]);
  useEffect(() => clearFind, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes text, Enter and Escape belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
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
      label="Find"
      placeholder={useFieldHint('Find', 'find')}
      value={query}
      onChange={(value) => findText(draft, value)}
      inputRef={input}
      onKeyDown={onKeyDown}
      onFocus={restartFindFromReader}
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
    </SearchBox>
  );
}
