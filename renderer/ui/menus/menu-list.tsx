import { Keyboard, Menu, MenuItem, MenuSection, Separator, Text } from 'react-aria-components';
import styles from './menu-list.module.css';

export interface MenuListEntry {
  label: string;
  /** The keys that do the same, for example "Ctrl+C". */
  keys?: string;
  isDisabled?: boolean;
}

interface MenuListProps<T extends MenuListEntry> {
  label: string;
  groups: readonly (readonly T[])[];
  onChoose: (entry: T) => void;
}

/** The entries of a menu, in groups that lines separate. */
export function MenuList<T extends MenuListEntry>({ label, groups, onChoose }: MenuListProps<T>) {
  return (
    <Menu
      aria-label={label}
      className={styles.menu}
      onAction={(key) => {
        const [groupIndex, entryIndex] = String(key).split('/').map(Number);
        const entry = groups[groupIndex ?? -1]?.[entryIndex ?? -1];
        if (entry) onChoose(entry);
      }}
    >
      {groups.flatMap((group, groupIndex) => [
        ...(groupIndex > 0 ? [<Separator key={`line-${group[0]?.label}`} className={styles.line} />] : []),
        <MenuSection key={group[0]?.label} aria-label={group[0]?.label}>
          {group.map((entry, entryIndex) => (
            <MenuItem
              // An entry that moves while the menu closes is another item: the id of an item can't change.
              key={`${groupIndex}/${entryIndex}/${entry.label}`}
              id={`${groupIndex}/${entryIndex}`}
              className={styles.item}
              textValue={entry.label}
              isDisabled={entry.isDisabled}
            >
              <Text slot="label">{entry.label}</Text>
              {entry.keys !== undefined && <Keyboard>{entry.keys}</Keyboard>}
            </MenuItem>
          ))}
        </MenuSection>,
      ])}
    </Menu>
  );
}
