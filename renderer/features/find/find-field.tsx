import { ChevronDown, ChevronUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import { shownNumber } from '../../../shared/text/format/format-number';
import { clearFind, find, findFromHere, findStep, selectFound, useFind } from '../../state/reading/find';
import { useReviewView } from '../../state/review/review-view';
import { useSession } from '../../state/review/session-context';
import { directionInField } from '../../ui/fields/direction-in-field';
import field from '../../ui/fields/search-field.module.css';
import styles from './find-field.module.css';

interface FindFieldProps {
  /** Where the focus goes when the search is over. */
  onLeave: () => void;
}

function countWords(index: number, count: number): string {
  return count === 0 ? 'None' : `${shownNumber(index + 1)} of ${shownNumber(count)}`;
}

/** Find in the article, with count, next and previous. Enter goes into the article, with the place that is shown selected. */
export function FindField({ onLeave }: FindFieldProps) {
  const { draft } = useSession();
  const { query, found, index } = useFind();
  const wanted = useReviewView((view) => view.focusFind);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (!wanted) return;
    useReviewView.setState({ focusFind: null });
    // The field may have the focus already, while the article was scrolled.
    findFromHere();
    input.current?.focus();
    input.current?.select();
  }, [wanted]);
  useEffect(() => clearFind, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Escape that end a composition (IME) are not meant for the search.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      if (event.shiftKey) findStep(-1);
      if (selectFound()) onLeave();
    } else if (event.key === 'Escape') {
      clearFind();
      onLeave();
    } else return;
    event.preventDefault();
  };

  return (
    <search className={`${field.field} ${styles.find}`}>
      <SearchField aria-label="Find" value={query} onChange={(value) => find(draft, value)}>
        <Input
          ref={input}
          className={field.input}
          dir={directionInField(query)}
          placeholder="Find  /"
          onFocus={findFromHere}
          onKeyDown={onKeyDown}
        />
      </SearchField>
      <output className={styles.count}>{query !== '' && countWords(index, found.length)}</output>
      {query !== '' && (
        <>
          <AriaButton className={styles.step} aria-label="Previous" onPress={() => findStep(-1)}>
            <ChevronUp size={15} aria-hidden="true" />
          </AriaButton>
          <AriaButton className={styles.step} aria-label="Next" onPress={() => findStep(1)}>
            <ChevronDown size={15} aria-hidden="true" />
          </AriaButton>
        </>
      )}
    </search>
  );
}
