import { wordsBefore } from '../../../../shared/domain/claims/retired';
import { type Evidence, stanceLabels } from '../../../../shared/domain/evidence';
import { referringTo } from '../../../../shared/domain/review/review';
import { standingLooks } from '../../../../shared/domain/verdict';
import { blockDirection } from '../../../../shared/drafts/block-direction';
import { directionOf } from '../../../../shared/text/characters/direction';
import { useLanguage } from '../../../state/reading/direction';
import type { ListedClaim } from '../../../state/review/outline';
import { goToListed } from '../../../state/review/review-view';
import { useListedClaims, useSession, useTable } from '../../../state/review/session-context';
import { ClippedText } from '../../../ui/text/clipped-text';
import { Joined } from '../../../ui/text/joined';
import { orderOf } from '../list/source-order';
import styles from './source-card.module.css';

interface Carried {
  evidence: Evidence;
  claim: ListedClaim;
  place: number;
}

/** The claims that rest on a source, and what it says of each. */
export function SourceClaims({ sourceId }: { sourceId: string }) {
  const { review, draft } = useSession();
  const language = useLanguage();
  const places = orderOf(useListedClaims());
  useTable('evidence');
  const carried = referringTo(review, `sources/${sourceId}`, 'evidence')
    .flatMap((evidence): Carried[] => {
      const found = places.get(evidence.claimId);
      return found ? [{ evidence, ...found }] : [];
    })
    .sort((a, b) => a.place - b.place);
  const told = ({ span, number, placement }: ListedClaim) =>
    span === null ? wordsBefore(placement) : `${number}. ${draft.text.slice(span.start, span.end)}`;
  const directionThere = (claim: ListedClaim) =>
    claim.span ? blockDirection(draft, claim.span, language) : directionOf(told(claim), language);
  return (
    <section className={styles.part} aria-label="Claims it carries">
      <h3>Claims it carries</h3>
      {carried.length === 0 && <p className={styles.quiet}>No claim rests on it.</p>}
      <ul className={styles.claims}>
        {carried.map(({ evidence, claim }) => (
          <li key={evidence.id}>
            <button
              type="button"
              className={`${styles.claim} ${claim.standing}`}
              onClick={() => goToListed(claim)}
            >
              <span aria-hidden="true">{standingLooks[claim.standing].glyph}</span>
              <span>
                <ClippedText lines={2} dir={directionThere(claim)}>
                  {told(claim)}
                </ClippedText>
                <small>
                  <span className="aside-voice">{standingLooks[claim.standing].label}, </span>
                  <Joined
                    parts={[
                      claim.span === null && 'waiting for a place',
                      stanceLabels[evidence.stance].toLowerCase(),
                      evidence.locator,
                    ]}
                  />
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
