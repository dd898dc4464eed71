import { shorten } from '../../../shared/text/format/wording';
import { isSameSpan, type Span } from '../../../shared/text/span';
import { useDirectionAt, useSession } from '../../state/review/use-session';
import { revealSpan, selectText } from '../../state/view/navigate';
import { useReviewView } from '../../state/view/review-view';
import styles from './reading-panel.module.css';

interface PlaceButtonProps {
  id?: string;
  /** The words that it shows. */
  span: Span;
  /** The words that it goes to, if not those that it shows. */
  place?: Span;
  /** Most words that it shows, in UTF-16 code units. */
  maxLength: number;
  /** Said below the words. */
  remark?: string | null;
}

/** Goes to a place in the article, which is shown with its words selected, so that they can be marked. */
export function PlaceButton({ id, span, place = span, maxLength, remark = null }: PlaceButtonProps) {
  const { draft } = useSession();
  const words = shorten(draft.text.slice(span.start, span.end), maxLength);
  const isSelected = useReviewView(({ selection }) => selection !== null && isSameSpan(selection, place));
  return (
    <button
      type="button"
      id={id}
      className={styles.place}
      aria-current={isSelected || undefined}
      onClick={() => {
        revealSpan(place);
        selectText(place);
      }}
    >
      <span dir={useDirectionAt(span, words)}>{words}</span>
      {remark !== null && <small className={styles.reason}>{remark}</small>}
    </button>
  );
}
