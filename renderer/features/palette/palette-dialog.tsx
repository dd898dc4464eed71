import { type KeyboardEvent, useMemo, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  Keyboard,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Text,
  TextField,
} from 'react-aria-components';
import { formatNumber } from '../../../shared/text/format/format-number';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { getFieldDirection } from '../../ui/fields/field-direction';
import styles from './palette-dialog.module.css';
import type { PaletteGroup, PaletteItem } from './palette-items';
import { useRecentItems } from './recent-items';
import { prepareSearch, type ShownGroup } from './search-palette';

interface PaletteDialogProps {
  groups: readonly PaletteGroup[];
  onRun: (item: PaletteItem) => void;
  onClose: () => void;
}

/**
 * The command palette: a field, and the items that match what is typed. Enter runs the marked item, or the first one.
 *
 * - `search-palette.ts`: which items are shown, in which order.
 * - `recent-items.ts`: the actions that come first while nothing is typed.
 */
export function PaletteDialog({ groups, onRun, onClose }: PaletteDialogProps) {
  const [query, setQuery] = useState('');
  const [recentIds] = useState(() => useRecentItems.getState().ids);
  const search = useMemo(() => prepareSearch(groups), [groups]);
  const shown = useMemo(() => search(query, recentIds), [search, query, recentIds]);
  const items = shown.flatMap((group) => group.items);

  const run = (id: string | undefined) => {
    const item = items.find((other) => other.id === id && other.obstacle === null);
    if (item) onRun(item);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Otherwise the marked item is run by the list.
    if (event.currentTarget.hasAttribute('aria-activedescendant')) return;
    run(items.find(({ obstacle }) => obstacle === null)?.id);
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
        <Autocomplete inputValue={query} onInputChange={setQuery}>
          <TextField aria-label="Action, claim, source or article" autoFocus className={styles.field ?? ''}>
            <Input
              className={styles.input ?? ''}
              placeholder="Find an action, claim, source or article"
              dir={getFieldDirection(query)}
              onKeyDown={onKeyDown}
            />
          </TextField>
          <ListBox
            className={styles.list ?? ''}
            aria-label="Results"
            items={shown}
            selectionMode="none"
            onAction={(key) => run(String(key))}
            renderEmptyState={() => <p className={styles.empty}>No results</p>}
          >
            {(group) => <Group group={group} />}
          </ListBox>
        </Autocomplete>
      </div>
    </Dialog>
  );
}

function Group({ group: { title, items, moreCount } }: { group: ShownGroup }) {
  return (
    <ListBoxSection id={title} className={styles.group ?? ''}>
      <Header className={styles.heading ?? ''}>
        {title}
        {moreCount > 0 && <small>{`${formatNumber(moreCount)} more: type to find them`}</small>}
      </Header>
      <Collection items={items}>{(item) => <Item item={item} />}</Collection>
    </ListBoxSection>
  );
}

function Item({ item: { id, label, detail, keys, obstacle } }: { item: PaletteItem }) {
  return (
    <ListBoxItem id={id} className={styles.item ?? ''} textValue={label} isDisabled={obstacle !== null}>
      <Text slot="label" className={styles.label ?? ''} dir="auto">
        {label}
      </Text>
      <Text slot="description" className={styles.detail ?? ''} dir="auto">
        {obstacle ?? detail}
      </Text>
      {keys !== undefined && <Keyboard className={styles.keys ?? ''}>{keys}</Keyboard>}
    </ListBoxItem>
  );
}
