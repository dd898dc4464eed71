import { useDeferredValue, useId, useState } from 'react';
import { undoAction } from '#renderer/window/state/article/undo-redo.ts';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import { type KeyedQuery, useQueries } from '#renderer/window/state/reading/open-queries.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import { useDirectionAt, useOutline, useSession } from '#renderer/window/state/review/use-session.ts';
import { revealSpan, selectText } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { ReasonForm } from '#renderer/window/ui/fields/field.tsx';
import { Disclosure } from '#renderer/window/ui/layout/disclosure.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import { BidiSentence } from '#renderer/window/ui/text/isolated-text.tsx';
import type { DismissedQuery } from '#shared/domain/base/placement.ts';
import { maxProseLength, normalizeInput } from '#shared/domain/base/primitives.ts';
import { dismissQuery, reopenQuery } from '#shared/queries/base/dismissals.ts';
import { getQueryRuleLabel, type Query } from '#shared/queries/base/query.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { shorten } from '#shared/text/format/wording.ts';
import { isSameSpan, overlaps, type Span } from '#shared/text/span.ts';
import styles from './reading-panel.module.css';

interface PlaceButtonProps {
  id?: string;
  span: Span;
  /** The words that it goes to, if not those that it shows. */
  place?: Span;
  /** Most words that it shows, in UTF-16 code units. */
  maxLength: number;
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
      className={`bare-button ${styles.place}`}
      aria-current={isSelected || undefined}
      onClick={() => {
        revealSpan(place);
        selectText(place);
      }}
    >
      <span dir={useDirectionAt(span, words)}>{words}</span>
      {remark !== null && <small className={`small-muted ${styles.reason}`}>{remark}</small>}
    </button>
  );
}

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
    <ul className={`plain-list ${styles.places}`} aria-label="Places">
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
  /** How it was set aside; null for an open query. */
  dismissal: DismissedQuery | null;
  onMark: MarkPlace;
}

/** An open query with the form that sets it aside, or one that was set aside, which can be raised again. */
function QueryRow({ query, dismissal, onMark }: QueryRowProps) {
  const session = useSession();
  const titleId = useId();
  const [isDismissing, setIsDismissing] = useState(false);
  const [reason, setReason] = useState('');
  const dismiss = () => {
    const step = dismissQuery(query, session.draft.text, normalizeInput(reason), currentEditContext());
    if (session.apply(step)) showNotice('Query set aside.', undoAction);
  };
  return (
    <article className={styles.row} aria-labelledby={titleId} data-query={dismissal ? undefined : query.rule}>
      <strong id={titleId}>{getQueryRuleLabel(query.rule)}</strong>
      {!dismissal && (
        <p>
          <BidiSentence>{query.explanation}</BidiSentence>
        </p>
      )}
      <QueryPlaces places={query.places} onMark={onMark} />
      {dismissal && <p dir="auto">{dismissal.reason ?? 'No reason given'}</p>}
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
          <div className={`wrapping-row ${styles.buttons}`}>
            <Button
              kind="quiet"
              aria-describedby={titleId}
              onPress={() => (dismissal ? session.apply(reopenQuery(dismissal)) : setIsDismissing(true))}
            >
              {dismissal ? 'Look at again' : 'Set aside…'}
            </Button>
          </div>
        )
      )}
    </article>
  );
}

const getKey = ({ key }: KeyedQuery) => key;

/** The open queries in reading order, then those set aside with their reasons. */
export function QueryList({ onMark }: { onMark: MarkPlace }) {
  const queries = useQueries();
  if (!queries) return null;
  const { open, dismissed } = queries;
  return (
    <section className={styles.section} aria-label="Queries">
      <h3 className="section-heading">Queries{open.length > 0 && ` (${formatNumber(open.length)})`}</h3>
      {open.length === 0 && <p>None: Stet found nothing in the text that contradicts itself.</p>}
      {open.length > 0 && (
        <VirtualList label="Queries" items={open} getKey={getKey} estimatedRowHeight={120} isInline>
          {({ query }) => <QueryRow query={query} dismissal={null} onMark={onMark} />}
        </VirtualList>
      )}
      {dismissed.length > 0 && (
        <Disclosure label="Set aside" summary={formatCount(dismissed.length, 'query', 'queries')}>
          {dismissed.map(({ query, dismissal }) => (
            <QueryRow key={dismissal.id} query={query} dismissal={dismissal} onMark={onMark} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}
