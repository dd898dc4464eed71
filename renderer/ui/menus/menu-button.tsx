import { Button, MenuTrigger, Popover } from 'react-aria-components';
import buttonStyles from '../button.module.css';
import { MenuList, type MenuListEntry } from './menu-list';
import styles from './menu-list.module.css';

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
