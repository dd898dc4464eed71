import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { type KeyedQuery, useQueries } from '../../state/reading/open-queries';
import { Disclosure } from '../../ui/layout/disclosure';
import { VirtualList } from '../../ui/lists/virtual-list';
import { DismissedQueryRow } from './dismissed-query-row';
import type { MarkPlace } from './query-places';
import { QueryRow } from './query-row';
import styles from './reading-panel.module.css';

const getKey = ({ key }: KeyedQuery) => key;

interface QueryListProps {
  onMark: MarkPlace;
  onUndo: () => void;
}

/** The open queries in reading order, then those set aside with their reasons. */
export function QueryList({ onMark, onUndo }: QueryListProps) {
  const queries = useQueries();
  if (!queries) return null;
  const { open, dismissed } = queries;
  return (
    <section className={styles.section} aria-label="Queries">
      <h3 className="section-heading">Queries{open.length > 0 && ` (${formatNumber(open.length)})`}</h3>
      {open.length === 0 && <p>None: Stet found nothing in the text that contradicts itself.</p>}
      {open.length > 0 && (
        <VirtualList label="Queries" items={open} getKey={getKey} estimatedRowHeight={120} isInline>
          {({ query }) => <QueryRow query={query} onMark={onMark} onUndo={onUndo} />}
        </VirtualList>
      )}
      {dismissed.length > 0 && (
        <Disclosure label="Set aside" summary={formatCount(dismissed.length, 'query', 'queries')}>
          {dismissed.map(({ query, dismissal }) => (
            <DismissedQueryRow key={dismissal.id} query={query} dismissal={dismissal} onMark={onMark} />
          ))}
        </Disclosure>
      )}
    </section>
  );
}
