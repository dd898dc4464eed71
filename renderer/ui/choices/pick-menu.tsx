import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import optionList from './option-list.module.css';
import styles from './pick-menu.module.css';

interface PickMenuProps<T extends string> {
  /** What the menu is called once it is open. */
  name: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  /** The words of the button. */
  children: ReactNode;
}

/** Any of several, from a menu that stays open while one chooses. */
export function PickMenu<T extends string>({ name, options, chosen, onChange, children }: PickMenuProps<T>) {
  return (
    <MenuTrigger>
      <Button className={styles.button} data-chosen={chosen.length > 0 || undefined}>
        <span className={styles.words} data-clip="">
          {children}
        </span>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={optionList.popover}>
        <Menu
          className={optionList.list}
          aria-label={name}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(
              options.filter(({ value }) => keys === 'all' || keys.has(value)).map(({ value }) => value),
            )
          }
        >
          {options.map(({ value, label }) => (
            <MenuItem
              key={value}
              id={value}
              className={`${optionList.option} ${styles.item}`}
              textValue={label}
            >
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden="true" visibility={isSelected ? 'visible' : 'hidden'} />
                  {label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
