import {
  Button,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import buttonStyles from './button.module.css';
import styles from './menu.module.css';

export interface MenuListEntry {
  label: string;
  /** The keys that do the same, for example "Ctrl+C". */
  keys?: string | undefined;
  isDisabled?: boolean;
}

interface MenuListProps<T extends MenuListEntry> {
  label: string;
  groups: readonly (readonly T[])[];
  onChoose: (entry: T) => void;
}

/** Identifies an entry by labels, because entries may move while the menu closes, and the id of an item can't change. */
function getId(group: readonly MenuListEntry[], { label }: MenuListEntry): string {
  return `${group[0]?.label}/${label}`;
}

/** The entries of a menu, in groups that lines separate. */
export function MenuList<T extends MenuListEntry>({ label, groups, onChoose }: MenuListProps<T>) {
  return (
    <Menu
      aria-label={label}
      className={styles.menu}
      onAction={(key) => {
        for (const group of groups)
          for (const entry of group)
            if (getId(group, entry) === key) {
              onChoose(entry);
              return;
            }
      }}
    >
      {groups.flatMap((group, groupIndex) => [
        ...(groupIndex > 0 ? [<Separator key={`line-${group[0]?.label}`} className={styles.line} />] : []),
        <MenuSection key={group[0]?.label} aria-label={group[0]?.label}>
          {group.map((entry) => (
            <MenuItem
              key={entry.label}
              id={getId(group, entry)}
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

interface MenuButtonProps<T extends MenuListEntry> {
  label: string;
  groups: readonly (readonly T[])[];
  onChoose: (entry: T) => void;
}

/** A button that opens a menu, for actions that there is no room for. */
export function MenuButton<T extends MenuListEntry>({ label, groups, onChoose }: MenuButtonProps<T>) {
  return (
    <MenuTrigger>
      <Button className={`${buttonStyles.button} ${buttonStyles.quiet}`}>{label}</Button>
      <Popover placement="bottom end" className={styles.popover}>
        <MenuList label={label} groups={groups} onChoose={onChoose} />
      </Popover>
    </MenuTrigger>
  );
}
