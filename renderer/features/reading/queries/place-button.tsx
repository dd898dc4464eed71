import { shorten } from '../../../../shared/text/format/shorten';
import type { Span } from '../../../../shared/text/span';
import { useSession } from '../../../state/review/use-session';
import { useDirectionAt } from '../../../state/view/direction';
import { revealSpan, selectText } from '../../../state/view/navigate';
import styles from '../reading-row.module.css';

/** Most words of a place that its button shows, in UTF-16 code units. */
const maxLength = 80;

/** Goes to one place of a query: the article shows it, with its words selected, so that they can be marked. */
export function PlaceButton({ span }: { span: Span }) {
  const { draft } = useSession();
  const words = shorten(draft.text.slice(span.start, span.end), maxLength);
  return (
    <button
      type="button"
      className={styles.place}
      dir={useDirectionAt(span, words)}
      onClick={() => {
        revealSpan(span);
        selectText(span);
      }}
    >
      {words}
    </button>
  );
}
