import { useDeferredValue, useId, useState } from 'react';
import type { DismissedQuery } from '../../../shared/domain/draft/placement';
import { maxProseLength, normalizeInput } from '../../../shared/domain/primitives';
import { dismissQuery, reopenQuery } from '../../../shared/queries/dismissals';
import { getQueryRuleLabel, type Query } from '../../../shared/queries/query';
import { formatCount, formatNumber } from '../../../shared/text/format/numbers';
import { overlaps, type Span } from '../../../shared/text/span';
import { showNotice } from '../../state/notices';
import { type KeyedQuery, useQueries } from '../../state/reading/open-queries';
import { useOutline, useSession } from '../../state/review/use-session';
import { currentEditContext } from '../../state/reviewer';
import { undoAction } from '../../state/undo-redo';
import { Button } from '../../ui/button';
import { ReasonForm } from '../../ui/fields/field';
import { Disclosure } from '../../ui/layout/disclosure';
import { VirtualList } from '../../ui/lists/virtual-list';
import { BidiSentence } from '../../ui/text/isolated-text';
import { PlaceButton } from './place-button';
import styles from './reading-panel.module.css';

/** Marks the words at a place as a claim. */
export type MarkPlace = (span: Span) => void;

interface QueryPlacesProps extends Pick<Query, 'places'> {
  onMark: MarkPlace;
}

/** The places of a query, each with a button that goes there, and one that marks it where no claim stands yet. */
function QueryPlaces({ places, onMark }: QueryPlacesProps) {
  const { readOnly } = useSession();
  const claims = useDeferredValue(useOutline());
  const isInClaim = (place: Span) => claims.some(({ span }) => overlaps(span, place));
  return (
    <ul className={styles.places} aria-label="Places">
      {places.map((span) => (
        <li key={span.start}>
          <PlaceButton span={span} maxLength={80} />
          {!readOnly && !isInClaim(span) && (
            <Button kind="quiet" onPress={() => onMark(span)}>
              Mark as claim
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface QueryRowProps {
  query: Query;
  onMark: MarkPlace;
}

/** One open query: its rule, what is odd, its places, and the form that sets it aside with a reason. */
function QueryRow({ query, onMark }: QueryRowProps) {
  const session = useSession();
  const titleId = useId();
  const [isDismissing, setIsDismissing] = useState(false);
  const [reason, setReason] = useState('');
  const dismiss = () => {
    const step = dismissQuery(query, session.draft.text, normalizeInput(reason), currentEditContext());
    if (session.apply(step)) showNotice('Query set aside.', undoAction);
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

interface DismissedQueryRowProps {
  query: Query;
  dismissal: DismissedQuery;
  onMark: MarkPlace;
}

/** A query that was set aside, with the reason. It can be raised again. */
function DismissedQueryRow({ query, dismissal, onMark }: DismissedQueryRowProps) {
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

const getKey = ({ key }: KeyedQuery) => key;

interface QueryListProps {
  onMark: MarkPlace;
}

/** The open queries in reading order, then those set aside with their reasons. */
export function QueryList({ onMark }: QueryListProps) {
  const queries = useQueries();
  if (!queries) return null;
  const { open, dismissed } = queries;
  return (
    <section className={styles.section} aria-label="Queries">
      <h3 className="section-heading">Queries{open.length > 0 && ` (${formatNumber(open.length)})`}</h3>
      {open.length === 0 && <p>None: Stet found nothing in the text that contradicts itself.</p>}
      {open.length > 0 && (
        <VirtualList label="Queries" items={open} getKey={getKey} estimatedRowHeight={120} isInline>
          {({ query }) => <QueryRow query={query} onMark={onMark} />}
        </VirtualList>
      )}
      {dismissed.length > 0 && (
        <Disclosure label="Set aside" summary={formatCount(dismissed.length, 'query', 'queries')}>
          {dismissed.map(({ query, dismissal }) => (
            <DismissedQueryRow key={dismissal.id} query={query} dismissal={dismissal} onMark={onMark} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}
