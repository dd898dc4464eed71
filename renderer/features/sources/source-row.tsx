import { describePrimacy, sourceKindLabels, sourceStandingLabels } from '../../../shared/domain/source';
import { listAttachments } from '../../../shared/domain/sources/attachment-edits';
import { isReliable } from '../../../shared/domain/sources/source-standing';
import { statusLooks } from '../../../shared/domain/verdict';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatDate } from '../../../shared/text/format/format-dates';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useFileStates } from '../../state/files/file-states';
import type { ListedClaim } from '../../state/review/outline';
import { useSession } from '../../state/review/use-session';
import { goToListedClaim, showSource } from '../../state/view/navigate';
import { showCardIfNarrow, showPanel } from '../../state/view/panels';
import { useSourceBadge } from '../../state/view/source-colors';
import { InlineList } from '../../ui/text/inline-list';
import type { ListedSource } from './list-sources';
import styles from './source-list.module.css';

interface SourceRowProps {
  listed: ListedSource;
  isCurrent: boolean;
  /** Whether another source looks the same. */
  isDuplicate: boolean;
}

/** At most this many claims are links in a row. The card has all of them. */
const maxClaimLinks = 12;

/** One source of the list, with its problems and the claims that use it. */
export function SourceRow({ listed: { source, claims }, isCurrent, isDuplicate }: SourceRowProps) {
  const { articleId, review } = useSession();
  const { id, title, kind, author, publisher, publishedAt, confidential, standing } = source;
  const badge = useSourceBadge(id);
  const files = listAttachments(review, id);
  const states = useFileStates((verified) => (verified.articleId === articleId ? verified.states : null));
  const damaged = files.filter((file) => (states?.get(file.id) ?? 'unchanged') !== 'unchanged');
  const facts = [
    sourceKindLabels[kind],
    describePrimacy(source),
    author ?? publisher,
    publishedAt && formatDate(publishedAt),
    files.length > 0 && formatCount(files.length, 'file'),
  ];
  const warnings = [
    !isReliable(source) && sourceStandingLabels[standing],
    confidential && 'Confidential',
    isDuplicate && 'Possible duplicate',
    damaged.length > 0 && `${formatCount(damaged.length, 'file')} altered or missing`,
  ].filter((warning) => warning !== false);
  return (
    <div className={styles.row} data-source-id={id} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={styles.title}
        data-source={id}
        aria-current={isCurrent || undefined}
        onClick={() => {
          showPanel('card');
          showSource(id);
        }}
      >
        {badge && <span className={`source-number ${badge.className}`}>{badge.number}</span>}
        <bdi>{title}</bdi>
        <small>
          <InlineList parts={facts} />
        </small>
        {warnings.length > 0 && <small className={styles.warnings}>{warnings.join(' · ')}</small>}
      </button>
      <span className={styles.claims}>
        {claims.length === 0 && <small>no claims</small>}
        {claims.slice(0, maxClaimLinks).map((claim) => (
          <ClaimLink key={claim.claim.id} claim={claim} />
        ))}
        {claims.length > maxClaimLinks && (
          <small>and {formatNumber(claims.length - maxClaimLinks)} more</small>
        )}
      </span>
    </div>
  );
}

function ClaimLink({ claim }: { claim: ListedClaim }) {
  const { label, glyph } = statusLooks[claim.status];
  return (
    <button
      type="button"
      className={`${styles.claim} ${claim.status}`}
      onClick={() => {
        goToListedClaim(claim);
        showCardIfNarrow();
      }}
    >
      {claim.span === null ? (
        'No place'
      ) : (
        <>
          <span className="screen-reader-only">Claim </span>
          {claim.number}
        </>
      )}{' '}
      <span aria-hidden="true">{glyph}</span>
      <span className="screen-reader-only">, {label}</span>
    </button>
  );
}
