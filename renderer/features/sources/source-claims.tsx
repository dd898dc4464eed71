import { type Evidence, stanceLabels } from '../../../shared/domain/evidence';
import { referringTo } from '../../../shared/domain/review';
import { standingLooks } from '../../../shared/domain/verdict';
import { shorten } from '../../../shared/text/shorten';
import type { ShownClaim } from '../../state/outline';
import { goToClaim } from '../../state/review-view';
import { useSession, useShownClaims, useTable } from '../../state/session-context';
import styles from './source-card.module.css';

interface Carried {
  evidence: Evidence;
  shown: ShownClaim;
}

/** The claims that rest on a source, and what it says of each. */
export function SourceClaims({ sourceId }: { sourceId: string }) {
  const { review, draft, shownById } = useSession();
  useShownClaims();
  useTable('evidence');
  const carried = referringTo(review, `sources/${sourceId}`, 'evidence')
    .flatMap((evidence): Carried[] => {
      const shown = shownById().get(evidence.claimId);
      return shown ? [{ evidence, shown }] : [];
    })
    .sort((a, b) => a.shown.number - b.shown.number);
  return (
    <section className={styles.part} aria-label="Claims it carries">
      <h3>Claims it carries</h3>
      {carried.length === 0 && <p className={styles.quiet}>No claim rests on it.</p>}
      <ul className={styles.claims}>
        {carried.map(({ evidence, shown }) => (
          <li key={evidence.id}>
            <button
              type="button"
              className={`${styles.claim} ${shown.standing}`}
              onClick={() => goToClaim(shown)}
            >
              <span aria-hidden="true">{standingLooks[shown.standing].glyph}</span>
              <span>
                {shown.number}. {shorten(draft.text.slice(shown.span.start, shown.span.end), 90)}
                <small>
                  <span className="aside-voice">{standingLooks[shown.standing].label}, </span>
                  {[stanceLabels[evidence.stance].toLowerCase(), evidence.locator]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
