import { findReferrers, type Review } from '../../../shared/domain/review/review';
import {
  describePrimacy,
  type Source,
  sourceKindLabels,
  sourceStandingLabels,
} from '../../../shared/domain/source';
import { listAttachments } from '../../../shared/domain/sources/evidence-edits';
import { rankSource } from '../../../shared/domain/sources/source-fields';
import { isReliable } from '../../../shared/domain/sources/source-standing';
import { statusLooks } from '../../../shared/domain/verdict';
import { formatDate } from '../../../shared/text/format/format-dates';
import { formatCount, formatNumber } from '../../../shared/text/format/numbers';
import { useFileStates } from '../../state/files/file-states';
import type { ListedClaim } from '../../state/review/outline';
import { useSession } from '../../state/review/use-session';
import { goToListedClaim, showSource } from '../../state/view/navigate';
import { showCardIfNarrow, showPanel } from '../../state/view/panels';
import { useSourceBadge } from '../../state/view/source-colors';
import { InlineList } from '../../ui/text/isolated-text';
import styles from './source-list.module.css';

export const sourceOrders = ['title', 'claims', 'published', 'place'] as const;

export type SourceOrder = (typeof sourceOrders)[number];

export const sourceOrderLabels: Record<SourceOrder, string> = {
  title: 'Title',
  claims: 'Most claims',
  published: 'Newest',
  place: 'Place in the article',
};

/** A source with the claims that use it: in reading order, then the unplaced ones. */
export interface ListedSource {
  source: Source;
  claims: ListedClaim[];
}

/** The listed claims by id, each with its index in the list. */
type ClaimIndex = ReadonlyMap<string, { claim: ListedClaim; index: number }>;

export function indexClaims(listed: readonly ListedClaim[]): ClaimIndex {
  return new Map(listed.map((claim, index) => [claim.claim.id, { claim, index }]));
}

/** Lists the sources that match a query, or all for an empty one. Equal sources of an order are sorted by title. */
export function listSources(
  review: Review,
  listed: readonly ListedClaim[],
  query: string,
  order: SourceOrder,
): ListedSource[] {
  const claimIndex = indexClaims(listed);
  return Array.from(review.sources.values())
    .filter((source) => query.trim() === '' || rankSource(source, query) > 0)
    .map((source) => ({ source, claims: listClaimsOfSource(review, source.id, claimIndex) }))
    .sort((a, b) => compareByOrder[order](a, b) || a.source.title.localeCompare(b.source.title));
}

/** Lists the claims that use a source, each once. */
function listClaimsOfSource(review: Review, sourceId: string, claimIndex: ClaimIndex): ListedClaim[] {
  const ids = new Set(findReferrers(review, `sources/${sourceId}`, 'evidence').map(({ claimId }) => claimId));
  return [...ids]
    .flatMap((id) => claimIndex.get(id) ?? [])
    .sort((a, b) => a.index - b.index)
    .map(({ claim }) => claim);
}

const compareByOrder: Record<SourceOrder, (a: ListedSource, b: ListedSource) => number> = {
  title: () => 0,
  claims: (a, b) => b.claims.length - a.claims.length,
  // Sources without a date come last. Partial ISO dates can be compared as text.
  published: (a, b) => (b.source.publishedAt ?? '').localeCompare(a.source.publishedAt ?? ''),
  // Two sources without a claim in the article give NaN (Infinity - Infinity): they are equal.
  place: (a, b) => getFirstClaimNumber(a) - getFirstClaimNumber(b) || 0,
};

function getFirstClaimNumber({ claims }: ListedSource): number {
  return claims[0]?.number ?? Number.POSITIVE_INFINITY;
}

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
