import { useMemo, useState } from 'react';
import { findDuplicateGroups } from '../../../shared/domain/sources/source-fields';
import { formatCount } from '../../../shared/text/format/numbers';
import { openDialog } from '../../state/dialogs';
import { verifyFiles } from '../../state/files/file-states';
import { useKeyName } from '../../state/keys';
import { useListedClaims, useSession, useTable } from '../../state/review/use-session';
import { useReviewView } from '../../state/view/review-view';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/choices/select-field';
import { Field } from '../../ui/fields/field';
import { VirtualList } from '../../ui/lists/virtual-list';
import { getReferences } from './article-references';
import styles from './source-list.module.css';
import {
  type ListedSource,
  listSources,
  type SourceOrder,
  SourceRow,
  sourceOrderLabels,
  sourceOrders,
} from './source-row';

const orders = sourceOrders.map((order) => ({ value: order, label: sourceOrderLabels[order] }));

interface SourceSearchProps {
  query: string;
  onQueryChange: (query: string) => void;
  order: SourceOrder;
  onOrderChange: (order: SourceOrder) => void;
}

/** Searches and sorts the list of sources. */
function SourceSearch({ query, onQueryChange, order, onOrderChange }: SourceSearchProps) {
  return (
    <div className={styles.head}>
      <Field
        label="Search sources"
        value={query}
        onChange={onQueryChange}
        onKeyDown={(event) => {
          // The first Escape clears the field. The next one is left to the window.
          if (event.key === 'Escape' && query !== '') onQueryChange('');
          else event.continuePropagation();
        }}
      />
      <SelectField
        label="Sort by"
        options={orders}
        value={order}
        onChange={(value) => onOrderChange(sourceOrders.find((known) => known === value) ?? 'title')}
      />
    </div>
  );
}

const getKey = ({ source }: ListedSource) => source.id;

/**
 * All sources of the article with the claims that use them: searched and sorted, with duplicates marked in their rows
 * (`source-row.tsx`). The other parts of this feature:
 *
 * - `source-card.tsx`: everything about one source. `merge-dialog.tsx` merges a duplicate into it.
 * - `form/`: attaches a source to a claim, and edits sources and evidence.
 * - `drop-and-paste/`: evidence that is dropped or pasted on a claim or a form.
 * - `evidence/`: the evidence on a claim's card. `article-references.ts`: links and notes of the article that become sources.
 */
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
      <SourceSearch query={query} onQueryChange={setQuery} order={order} onOrderChange={setOrder} />
      <div className={styles.tools}>
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
