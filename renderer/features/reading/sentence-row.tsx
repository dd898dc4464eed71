import { memo, useId } from 'react';
import type { Span } from '../../../shared/text/span';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { reopenWords } from './dismiss-sentences';
import { PlaceButton } from './place-button';
import styles from './reading-panel.module.css';

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
  const titleId = useId();
  return (
    <div className={styles.row}>
      <PlaceButton id={titleId} span={span} place={place} maxLength={160} remark={remark} />
      {isSetAside && !session.readOnly && (
        <div className={styles.buttons}>
          <Button kind="quiet" aria-describedby={titleId} onPress={() => reopenWords(session, span)}>
            Look at again
          </Button>
        </div>
      )}
    </div>
  );
});
