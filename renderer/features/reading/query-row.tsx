import { useId, useState } from 'react';
import { maxProseLength, normalizeInput } from '../../../shared/domain/primitives';
import { dismissQuery } from '../../../shared/queries/dismissals';
import { getQueryRuleLabel, type Query } from '../../../shared/queries/query';
import { showNotice } from '../../state/notices';
import { currentEditContext } from '../../state/review/edit-context';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { ReasonForm } from '../../ui/fields/reason-form';
import { BidiSentence } from '../../ui/text/bidi-sentence';
import { type MarkPlace, QueryPlaces } from './query-places';
import styles from './reading-panel.module.css';

interface QueryRowProps {
  query: Query;
  onMark: MarkPlace;
  onUndo: () => void;
}

/** One open query: its rule, what is odd, its places, and the form that sets it aside with a reason. */
export function QueryRow({ query, onMark, onUndo }: QueryRowProps) {
  const session = useSession();
  const titleId = useId();
  const [isDismissing, setIsDismissing] = useState(false);
  const [reason, setReason] = useState('');
  const dismiss = () => {
    const step = dismissQuery(query, session.draft.text, normalizeInput(reason), currentEditContext());
    if (session.apply(step)) showNotice('Query set aside.', { label: 'Undo', run: onUndo });
  };
  return (
    <article className={styles.row} aria-labelledby={titleId} data-query={query.rule}>
      <strong id={titleId}>{getQueryRuleLabel(query.rule)}</strong>
      <p>
        <BidiSentence>{query.explanation}</BidiSentence>
      </p>
      <QueryPlaces places={query.places} onMark={onMark} />
      {isDismissing ? (
        <ReasonForm
          question="Why is this right?"
          hint="Optional. It is kept with the article."
          confirmLabel="Set aside"
          reason={reason}
          onChange={setReason}
          maxLength={maxProseLength}
          onConfirm={dismiss}
          onCancel={() => setIsDismissing(false)}
        />
      ) : (
        !session.readOnly && (
          <div className={styles.buttons}>
            <Button kind="quiet" aria-describedby={titleId} onPress={() => setIsDismissing(true)}>
              Set aside…
            </Button>
          </div>
        )
      )}
    </article>
  );
}
