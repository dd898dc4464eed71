import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { type LibraryOrder, libraryOrders } from '../../../shared/domain/library/library-search';
import { useLibraryView } from '../../state/library/library-view';
import { SmallSelect } from '../../ui/choices/small-select';
import { directionInField } from '../../ui/fields/direction-in-field';
import field from '../../ui/fields/search-field.module.css';
import styles from './library-tools.module.css';

const labels: Record<LibraryOrder, string> = {
  edited: 'Last change',
  title: 'Title',
  progress: 'Progress',
};

const orders = libraryOrders.map((value) => ({ value, label: labels[value] }));

/** Searches and sorts the articles. */
export function LibraryTools() {
  const { query, order } = useLibraryView();
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      useLibraryView.subscribe((now, before) => {
        if (now.focusSearch === before.focusSearch) return;
        input.current?.focus();
        input.current?.select();
      }),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    if (query === '') input.current?.blur();
    else useLibraryView.setState({ query: '' });
  };
  return (
    <div className={styles.tools}>
      <search className={`${field.field} ${styles.search}`}>
        <SearchField
          aria-label="Search the library"
          value={query}
          onChange={(value) => useLibraryView.setState({ query: value })}
        >
          <Input
            ref={input}
            className={field.input}
            dir={directionInField(query)}
            placeholder="Search titles, bylines and files  /"
            onKeyDown={onKeyDown}
          />
        </SearchField>
      </search>
      <SmallSelect
        label="Sort by"
        options={orders}
        value={order}
        onChange={(value) =>
          useLibraryView.setState({ order: libraryOrders.find((known) => known === value) ?? order })
        }
      />
    </div>
  );
}
