import type { Query } from '../../../../shared/queries/query';
import styles from '../reading-row.module.css';
import { PlaceButton } from './place-button';

/** The places of a query, each with a button that goes there. */
export function QueryPlaces({ places }: Pick<Query, 'places'>) {
  return (
    <ul className={styles.places} aria-label="Places">
      {places.map((span) => (
        <li key={span.start}>
          <PlaceButton span={span} />
        </li>
      ))}
    </ul>
  );
}
