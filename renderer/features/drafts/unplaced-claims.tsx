import { wordsBefore } from '../../../shared/domain/let-go';
import { shorten } from '../../../shared/text/shorten';
import { useSession, useUnplaced } from '../../state/session-context';
import { Button } from '../../ui/button';
import { openQueue } from './draft-steps';
import styles from './unplaced-claims.module.css';

const longest = 70;

/** The claims that stand nowhere in the draft, and were not let go: below those that do. */
export function UnplacedClaims() {
  const { draft } = useSession();
  const unplaced = useUnplaced();
  if (unplaced.length === 0) return null;
  return (
    <section className={styles.unplaced} aria-label="Claims without a place">
      <h3>Nowhere in draft {draft.number}</h3>
      <ul>
        {unplaced.slice(0, 5).map(({ claim, placement }) => (
          <li key={claim.id}>
            <Button kind="quiet" sign="↻" onPress={() => openQueue(placement.id)}>
              {shorten(wordsBefore(placement), longest)}
            </Button>
          </li>
        ))}
      </ul>
      {unplaced.length > 5 && <p>and {unplaced.length - 5} more</p>}
    </section>
  );
}
