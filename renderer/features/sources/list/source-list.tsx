import { useMemo, useState } from 'react';
import { doublesAmong } from '../../../../shared/domain/sources/duplicate-sources';
import { counted } from '../../../../shared/text/format/count-of';
import { openDialog } from '../../../state/dialogs';
import { verifyFiles } from '../../../state/files/kept-states';
import { useReviewView } from '../../../state/review/review-view';
import { useListedClaims, useSession, useTable } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Picker } from '../../../ui/choices/picker';
import { Field } from '../../../ui/fields/field';
import { VirtualList } from '../../../ui/lists/virtual-list';
import styles from './source-list.module.css';
import {
  type ListedSource,
  listedSources,
  type SourceOrder,
  sourceOrderLabels,
  sourceOrders,
} from './source-order';
import { SourceRow } from './source-row';
import { referencesOf } from './take-references';

const orders = sourceOrders.map((order) => ({ value: order, label: sourceOrderLabels[order] }));
const keyOf = ({ source }: ListedSource) => source.id;

/** All sources of the article with the claims they carry: searched, sorted, doubles marked. */
export function SourceList() {
  const { articleId, review, draft } = useSession();
  const listed = useListedClaims();
  const sources = useTable('sources');
  const files = useTable('attachments');
  const [query, setQuery] = useState('');
  const [order, setOrder] = useState<SourceOrder>('title');
  const current = useReviewView(({ card }) => (card.show === 'source' ? card.sourceId : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables stay the same objects while they change
  const rows = useMemo(
    () => listedSources(review, listed, query, order),
    [review, listed, sources, files, query, order],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const doubles = useMemo(
    () => new Set(doublesAmong(review.sources.values()).flatMap((group) => group.map(({ id }) => id))),
    [review, sources],
  );

  const hasLinks = referencesOf(draft).some(({ url }) => url !== null);
  const links = hasLinks && (
    <Button kind="quiet" onPress={() => openDialog('links')}>
      Links in the article
    </Button>
  );
  if (review.sources.size === 0)
    return (
      <p className={styles.empty}>
        No source yet. Go to a claim and press <kbd>S</kbd> to attach the first one: a web page, a document, a
        dataset or a person.
        {hasLinks && ' What the article links to can be taken over at once:'}
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
            // The first Escape clears the field, the next one leaves it.
            if (event.key === 'Escape' && query !== '') setQuery('');
            else event.continuePropagation();
          }}
        />
        <Picker
          label="Sort by"
          options={orders}
          value={order}
          onChange={(value) => setOrder(sourceOrders.find((known) => known === value) ?? 'title')}
        />
      </div>
      <div className={styles.tools}>
        <small>
          {counted(rows.length, 'source')}
          {review.attachments.size > 0 && ` · ${counted(review.attachments.size, 'file')}`}
        </small>
        {review.attachments.size > 0 && (
          <Button kind="quiet" onPress={() => void verifyFiles(articleId)}>
            Verify files
          </Button>
        )}
        {links}
      </div>
      {rows.length === 0 ? (
        <p className={styles.empty}>No source has these words.</p>
      ) : (
        <VirtualList
          label="Sources"
          items={rows}
          keyOf={keyOf}
          estimatedHeight={76}
          className={styles.scroller}
          current={current}
          arrangement={`${order} ${query}`}
        >
          {(row) => (
            <SourceRow
              listed={row}
              isCurrent={row.source.id === current}
              isDouble={doubles.has(row.source.id)}
            />
          )}
        </VirtualList>
      )}
    </nav>
  );
}
