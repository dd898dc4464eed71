import { memo, useId } from 'react';
import { shorten } from '../../../../shared/text/format/shorten';
import { isSameSpan, type Span } from '../../../../shared/text/span';
import { useSession } from '../../../state/review/use-session';
import { useDirectionAt } from '../../../state/view/direction';
import { revealSpan, selectText } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import { reopenWords } from '../dismiss-sentences';
import styles from '../reading-row.module.css';

/** Most words of a sentence that its row shows, in UTF-16 code units. */
const maxLength = 160;

interface SentenceRowProps {
  span: Span;
  /** The words that pressing the row shows and selects in the article. */
  place: Span;
  remark: string | null;
  /** Whether it can be looked at again. */
  isSetAside: boolean;
}

/** A sentence of the article, or words of one, with what the list says of it. */
export const SentenceRow = memo(function SentenceRow({ span, place, remark, isSetAside }: SentenceRowProps) {
  const session = useSession();
  const { draft, readOnly } = session;
  const titleId = useId();
  const words = shorten(draft.text.slice(span.start, span.end), maxLength);
  const isSelected = useReviewView(({ selection }) => selection !== null && isSameSpan(selection, place));
  return (
    <div className={styles.row}>
      <button
        type="button"
        id={titleId}
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
      {isSetAside && !readOnly && (
        <div className={styles.buttons}>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => reopenWords(session, span)}>
            Look at again
          </Button>
        </div>
      )}
    </div>
  );
});
