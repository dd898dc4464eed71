import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import { getFieldDirection } from '#renderer/window/ui/fields/field-direction.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import styles from './palette-dialog.module.css';
import {
  type PaletteGroup,
  type PaletteItem,
  prepareSearch,
  type ShownGroup,
  useRecentItems,
} from './search-palette.ts';

interface PaletteGroupViewProps {
  group: ShownGroup;
  /** The item that Enter runs. */
  markedId: string | undefined;
  getOptionId: (item: PaletteItem) => string;
  onRun: (item: PaletteItem) => void;
}

function PaletteGroupView({ group, markedId, getOptionId, onRun }: PaletteGroupViewProps) {
  const headingId = useId();
  const { title, items, moreCount } = group;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
    <div role="group" aria-labelledby={headingId}>
      <div className={`wrapping-row small-muted ${styles.heading}`} role="presentation">
        <span id={headingId}>{title}</span>
        {moreCount > 0 && <small>{`${formatNumber(moreCount)} more: type to find them`}</small>}
      </div>
      {items.map((item) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the marked option
        <div
          key={item.id}
          id={getOptionId(item)}
          role="option"
          aria-selected={item.id === markedId}
          aria-disabled={item.obstacle !== null}
          className={styles.item}
          onClick={() => item.obstacle === null && onRun(item)}
        >
          <bdi className={styles.label} data-clip>
            {item.label}
          </bdi>
          <bdi className={`small-muted ${styles.detail}`}>{item.obstacle ?? item.detail}</bdi>
          {item.keys !== undefined && <kbd className={styles.keys}>{item.keys}</kbd>}
        </div>
      ))}
    </div>
  );
}

interface PaletteDialogProps {
  groups: readonly PaletteGroup[];
  onRun: (item: PaletteItem) => void;
  onClose: () => void;
}

/** The items that can be run, in the order in which they are shown. */
function listPossible(groups: readonly ShownGroup[]): PaletteItem[] {
  return groups.flatMap(({ items }) => items.filter(({ obstacle }) => obstacle === null));
}

/**
 * The command palette: a field, and the items that match what is typed, as a combobox with a list box (ARIA Authoring Practices).
 * Enter runs the marked item, which is the first one until an arrow key marks another. `search-palette.ts` says which items are shown, in
 * which order.
 */
export function PaletteDialog({ groups, onRun, onClose }: PaletteDialogProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [recentIds] = useState(() => useRecentItems.getState().ids);
  const search = useMemo(() => prepareSearch(groups), [groups]);
  const searchedQuery = useDeferredValue(query);
  const shown = useMemo(() => search(searchedQuery, recentIds), [search, searchedQuery, recentIds]);
  const possible = listPossible(shown);
  const marked = possible.find(({ id }) => id === chosenId) ?? possible[0];
  const getOptionId = (item: PaletteItem) => `${listId}/${item.id}`;
  const markedOptionId = marked && getOptionId(marked);

  useEffect(() => {
    if (markedOptionId) document.getElementById(markedOptionId)?.scrollIntoView({ block: 'nearest' });
  }, [markedOptionId]);

  // The first search prepares all items, so it runs before somebody types.
  useEffect(() => {
    const request = requestIdleCallback(() => search('e', []));
    return () => cancelIdleCallback(request);
  }, [search]);

  const mark = (by: 1 | -1) => {
    const index = marked ? possible.indexOf(marked) : -1;
    const next = possible.at((index + by) % possible.length);
    if (next) setChosenId(next.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') mark(1);
    else if (event.key === 'ArrowUp') mark(-1);
    else if (event.key === 'Enter') {
      // The list may still show the results of an earlier query.
      const item = searchedQuery === query ? marked : listPossible(search(query, recentIds))[0];
      if (item) onRun(item);
    } else return;
    event.preventDefault();
  };

  return (
    <Dialog
      title="Command palette"
      size="wide"
      onClose={onClose}
      footer={
        <>
          <p className={styles.hint}>↑ ↓ choose, Enter runs</p>
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      <div className={styles.palette}>
        <input
          autoFocus
          role="combobox"
          aria-label="Action, claim, source or article"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={markedOptionId}
          className={`frame ${styles.input}`}
          placeholder="Find an action, claim, source or article"
          spellCheck={false}
          dir={getFieldDirection(query)}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setChosenId(null);
          }}
          onKeyDown={onKeyDown}
        />
        <output className="screen-reader-only">{formatCount(possible.length, 'result')}</output>
        <div id={listId} role="listbox" aria-label="Results" tabIndex={-1} className={styles.list}>
          {shown.map((group) => (
            <PaletteGroupView
              key={group.title}
              group={group}
              markedId={marked?.id}
              getOptionId={getOptionId}
              onRun={onRun}
            />
          ))}
        </div>
        {shown.length === 0 && <p className={styles.empty}>No results</p>}
      </div>
    </Dialog>
  );
}
