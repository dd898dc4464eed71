import { getFormerWords } from '../../../shared/domain/claims/retired-claims';
import { formatCount } from '../../../shared/text/format/format-count';
import { shorten } from '../../../shared/text/format/shorten';
import type { ListedClaim } from '../../state/review/outline';
import { useListedClaims, useSession } from '../../state/review/use-session';
import { goToListedClaim } from '../../state/view/navigate';
import { showCardIfNarrow } from '../../state/view/panels';
import styles from './overview.module.css';

/** Most words of a claim that are shown, in UTF-16 code units. */
const maxLength = 90;

/** The claims that rest on one source only. Pressing one closes the overview and goes to it. */
export function SingleSourced({ onClose }: { onClose: () => void }) {
  const { draft } = useSession();
  const claims = useListedClaims().filter(({ evidence }) => evidence.gaps.includes('oneSource'));
  if (claims.length === 0) return null;
  const getWords = ({ span, placement }: ListedClaim) =>
    span ? draft.text.slice(span.start, span.end) : getFormerWords(placement);
  return (
    <section className={styles.facts} aria-label="Claims with one source only">
      <h3 className="section-heading">{formatCount(claims.length, 'claim')} with one source only</h3>
      <ul className={styles.claims}>
        {claims.map((claim) => (
          <li key={claim.claim.id}>
            <button
              type="button"
              onClick={() => {
                onClose();
                goToListedClaim(claim);
                showCardIfNarrow();
              }}
            >
              {claim.number !== null && `Claim ${claim.number}: `}
              <bdi>{shorten(getWords(claim), maxLength)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
