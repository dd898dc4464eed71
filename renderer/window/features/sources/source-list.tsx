import { useMemo, useState } from 'react';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { useFileStates, verifyFiles } from '#renderer/window/state/files/file-states.ts';
import { useKeyName } from '#renderer/window/state/keys.ts';
import type { ListedClaim } from '#renderer/window/state/review/outline.ts';
import { useListedClaims, useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { goToListedClaim, showSource } from '#renderer/window/state/view/navigate.ts';
import { showCardIfNarrow, showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { useSourceBadge } from '#renderer/window/state/view/source-colors.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import { InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import { describePrimacy, sourceKindLabels, sourceStandingLabels } from '#shared/domain/base/source.ts';
import { findDuplicateGroups } from '#shared/domain/base/source-fields.ts';
import { isReliable } from '#shared/domain/base/source-standing.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import { listAttachments } from '#shared/domain/sources/evidence-edits.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { getReferences } from './evidence/article-references.ts';
import {
  type ListedSource,
  listSources,
  type SourceOrder,
  sourceOrderLabels,
  sourceOrders,
} from './list-sources.ts';
import styles from './source-list.module.css';

interface SourceRowProps {
  listed: ListedSource;
  isCurrent: boolean;
  isDuplicate: boolean;
}

/** At most this many claims are links in a row. The card has all of them. */
const maxClaimLinks = 12;

/** One source of the list, with its problems and the claims that use it. */
function SourceRow({ listed: { source, claims }, isCurrent, isDuplicate }: SourceRowProps) {
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
        className={`bare-button ${styles.title}`}
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
      <span className={`wrapping-row small-muted ${styles.claims}`}>
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
      className={`bare-button ${styles.claim} ${claim.status}`}
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

const orders = sourceOrders.map((order) => ({ value: order, label: sourceOrderLabels[order] }));

const getKey = ({ source }: ListedSource) => source.id;

/** All sources of the article with the claims that use them: searched and sorted, with duplicates marked in their rows. */
export function SourceList() {
  const { articleId, review, draft } = useSession();
  const listedClaims = useListedClaims();
  const sourcesRevision = useTable('sources');
  const filesRevision = useTable('attachments');
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<SourceOrder>('title');
  const currentId = useReviewView(({ card }) => (card.show === 'source' ? card.sourceId : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables change in place, and the revisions with them
  const rows = useMemo(
    () => listSources(review, listedClaims, query, order),
    [review, listedClaims, sourcesRevision, filesRevision, query, order],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const duplicateIds = useMemo(
    () => new Set(findDuplicateGroups(review.sources.values()).flatMap((group) => group.map(({ id }) => id))),
    [review, sourcesRevision],
  );

  const addKey = useKeyName('addSource');
  const hasLinks = getReferences(draft).some(({ url }) => url !== null);
  const links = hasLinks && (
    <Button kind="quiet" onPress={() => openDialog('links')}>
      Links in the article
    </Button>
  );
  if (review.sources.size === 0)
    return (
      <p className={styles.empty}>
        No sources yet. Go to a claim and{' '}
        {addKey ? (
          <>
            press <kbd>{addKey}</kbd>
          </>
        ) : (
          'choose “Add source”'
        )}{' '}
        to attach the first one: a web page, a document, a dataset or a person.
        {hasLinks && ' You can also add the links in the article as sources:'}
        {links}
      </p>
    );
  return (
    <nav className={styles.panel} aria-label="Sources">
      <div className={styles.head}>
        <Field
          label="Search sources"
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            // The first Escape clears the field. The next one is left to the window.
            if (event.key === 'Escape' && query !== '') setQuery('');
            else event.continuePropagation();
          }}
        />
        <SelectField
          label="Sort by"
          options={orders}
          value={order}
          onChange={(value) => setOrder(sourceOrders.find((known) => known === value) ?? 'title')}
        />
      </div>
      <div className={`wrapping-row small-muted ${styles.tools}`}>
        <small>
          {formatCount(rows.length, 'source')}
          {review.attachments.size > 0 && ` · ${formatCount(review.attachments.size, 'file')}`}
        </small>
        {review.attachments.size > 0 && (
          <Button kind="quiet" onPress={() => void verifyFiles(articleId)}>
            Verify files
          </Button>
        )}
        {links}
      </div>
      {rows.length === 0 ? (
        <p className={styles.empty}>No matching sources.</p>
      ) : (
        <VirtualList
          label="Sources"
          items={rows}
          getKey={getKey}
          estimatedRowHeight={76}
          className={styles.scroller}
          currentKey={currentId}
          arrangementKey={`${order} ${query}`}
        >
          {(row) => (
            <SourceRow
              listed={row}
              isCurrent={row.source.id === currentId}
              isDuplicate={duplicateIds.has(row.source.id)}
            />
          )}
        </VirtualList>
      )}
    </nav>
  );
}
