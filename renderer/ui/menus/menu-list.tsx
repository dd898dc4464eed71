import { Keyboard, Menu, MenuItem, MenuSection, Separator, Text } from 'react-aria-components';
import styles from './menu-list.module.css';

export interface MenuListEntry {
  label: string;
  keys?: string;
  isDisabled?: boolean;
}

interface MenuListProps<T extends MenuListEntry> {
  label: string;
  groups: readonly (readonly T[])[];
  onChoose: (entry: T) => void;
}

/** The entries of a menu in groups, each with the keys that do the same. */
export function MenuList<T extends MenuListEntry>({ label, groups, onChoose }: MenuListProps<T>) {
  return (
    <Menu
      aria-label={label}
      className={styles.menu}
      onAction={(key) => {
        const [group, at] = String(key).split('/').map(Number);
        const entry = groups[group ?? -1]?.[at ?? -1];
        if (entry) onChoose(entry);
      }}
    >
      {groups.flatMap((group, index) => [
        ...(index > 0 ? [<Separator key={`line-${group[0]?.label}`} className={styles.line} />] : []),
        <MenuSection key={group[0]?.label} aria-label={group[0]?.label}>
          {group.map((entry, at) => (
            <MenuItem
              key={entry.label}
              id={`${index}/${at}`}
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
