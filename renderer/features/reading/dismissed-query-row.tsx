import { useId } from 'react';
import type { DismissedQuery } from '../../../shared/domain/dismissed-query';
import { reopenQuery } from '../../../shared/queries/dismissals';
import { getQueryRuleLabel, type Query } from '../../../shared/queries/query';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { type MarkPlace, QueryPlaces } from './query-places';
import styles from './reading-panel.module.css';

interface DismissedQueryRowProps {
  query: Query;
  dismissal: DismissedQuery;
  onMark: MarkPlace;
}

/** A query that was set aside, with the reason. It can be raised again. */
export function DismissedQueryRow({ query, dismissal, onMark }: DismissedQueryRowProps) {
  const session = useSession();
  const titleId = useId();
  return (
    <article className={styles.row} aria-labelledby={titleId}>
      <strong id={titleId}>{getQueryRuleLabel(query.rule)}</strong>
      <QueryPlaces places={query.places} onMark={onMark} />
      <p dir="auto">{dismissal.reason ?? 'No reason given'}</p>
      {!session.readOnly && (
        <div className={styles.buttons}>
          <Button
            kind="quiet"
            aria-describedby={titleId}
            onPress={() => session.apply(reopenQuery(dismissal))}
          >
            Look at again
          </Button>
        </div>
      )}
    </article>
  );
}
