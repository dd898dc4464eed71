import { useDeferredValue } from 'react';
import type { Query } from '../../../shared/queries/query';
import { overlaps, type Span } from '../../../shared/text/span';
import { useOutline, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { PlaceButton } from './place-button';
import styles from './reading-panel.module.css';

/** Marks the words at a place as a claim. */
export type MarkPlace = (span: Span) => void;

interface QueryPlacesProps extends Pick<Query, 'places'> {
  onMark: MarkPlace;
}

/** The places of a query, each with a button that goes there, and one that marks it where no claim stands yet. */
export function QueryPlaces({ places, onMark }: QueryPlacesProps) {
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
