import { SelectField } from '../../ui/choices/select-field';
import { Field } from '../../ui/fields/field';
import { type SourceOrder, sourceOrderLabels, sourceOrders } from './list-sources';
import styles from './source-list.module.css';

const orders = sourceOrders.map((order) => ({ value: order, label: sourceOrderLabels[order] }));

interface SourceSearchProps {
  query: string;
  onQueryChange: (query: string) => void;
  order: SourceOrder;
  onOrderChange: (order: SourceOrder) => void;
}

/** Searches and sorts the list of sources. */
export function SourceSearch({ query, onQueryChange, order, onOrderChange }: SourceSearchProps) {
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
