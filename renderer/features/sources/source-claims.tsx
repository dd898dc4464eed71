import { getFormerWords } from '../../../shared/domain/claims/retired-claims';
import { type Evidence, stanceLabels } from '../../../shared/domain/evidence';
import { findReferrers } from '../../../shared/domain/review/review';
import { statusLooks } from '../../../shared/domain/verdict';
import { getBlockDirection } from '../../../shared/drafts/block-direction';
import { detectDirection, type Direction } from '../../../shared/text/characters/direction';
import type { ListedClaim } from '../../state/review/outline';
import { useListedClaims, useSession, useTable } from '../../state/review/use-session';
import { useLanguage } from '../../state/view/direction';
import { goToListedClaim } from '../../state/view/navigate';
import { ClippedText } from '../../ui/text/clipped-text';
import { InlineList } from '../../ui/text/inline-list';
import styles from './source-card.module.css';
import { indexClaims } from './list-sources';

interface SourceClaim {
  evidence: Evidence;
  claim: ListedClaim;
  index: number;
}

/** The claims that use a source, and what it says about each. */
export function SourceClaims({ sourceId }: { sourceId: string }) {
  const { review, draft } = useSession();
  const language = useLanguage();
  const claimsById = indexClaims(useListedClaims());
  useTable('evidence');
  const claims = findReferrers(review, `sources/${sourceId}`, 'evidence')
    .flatMap((evidence): SourceClaim[] => {
      const indexed = claimsById.get(evidence.claimId);
      return indexed ? [{ evidence, ...indexed }] : [];
    })
    .sort((a, b) => a.index - b.index);
  const getText = ({ span, number, placement }: ListedClaim) =>
    span === null ? getFormerWords(placement) : `${number}. ${draft.text.slice(span.start, span.end)}`;
  const getDirection = (claim: ListedClaim): Direction =>
    claim.span ? getBlockDirection(draft, claim.span, language) : detectDirection(getText(claim), language);
  return (
    <section className={styles.part} aria-label="Claims that use it">
      <h3>Claims that use it</h3>
      {claims.length === 0 && <p className={styles.quiet}>No claim uses it.</p>}
      <ul className={styles.claims}>
        {claims.map(({ evidence, claim }) => (
          <li key={evidence.id}>
            <button
              type="button"
              className={`${styles.claim} ${claim.status}`}
              onClick={() => goToListedClaim(claim)}
            >
              <span aria-hidden="true">{statusLooks[claim.status].glyph}</span>
              <span>
                <ClippedText lines={2} dir={getDirection(claim)}>
                  {getText(claim)}
                </ClippedText>
                <small>
                  <span className="screen-reader-only">{statusLooks[claim.status].label}, </span>
                  <InlineList
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
