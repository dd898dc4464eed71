import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type LibraryOrder, libraryOrders } from '../../../shared/domain/library/library-search';
import { useLibraryKeys, useLibraryView } from '../../state/library/library';
import { Button } from '../../ui/button';
import { NativeSelect } from '../../ui/choices/native-select';
import { SearchBox } from '../../ui/fields/search-box';
import styles from './library-screen.module.css';

const orderLabels: Record<LibraryOrder, string> = {
  edited: 'Last change',
  title: 'Title',
  progress: 'Progress',
  deadline: 'Deadline',
};

const orderOptions = libraryOrders.map((value) => ({ value, label: orderLabels[value] }));

/** The search field and the sort order of the library. */
export function LibraryToolbar({ onSearchAll }: { onSearchAll: () => void }) {
  const { query, order } = useLibraryView();
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      useLibraryView.subscribe((now, before) => {
        if (now.searchFocusRequest === before.searchFocusRequest) return;
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
    <div className={styles.toolbar}>
      <SearchBox
        label="Search the library"
        placeholder="Search titles, bylines and files"
        keyName={useLibraryKeys(({ find }) => find)}
        value={query}
        onChange={(value) => useLibraryView.setState({ query: value })}
        inputRef={input}
        onKeyDown={onKeyDown}
        className={styles.search}
      />
      <Button onPress={onSearchAll}>Search all text</Button>
      <NativeSelect
        label="Sort by"
        options={orderOptions}
        value={order}
        onChange={(value) =>
          useLibraryView.setState({ order: libraryOrders.find((known) => known === value) ?? order })
        }
      />
    </div>
  );
}
