import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './multi-select-menu.module.css';
import optionList from './option-list.module.css';

interface MultiSelectMenuProps<T extends string> {
  /** The accessible name of the menu. */
  label: string;
  options: readonly { value: T; label: string }[];
  selected: readonly T[];
  onChange: (selected: T[]) => void;
  /** The text of the button. */
  children: ReactNode;
}

/** Any of several options, from a menu that stays open while one chooses. */
export function MultiSelectMenu<T extends string>(props: MultiSelectMenuProps<T>) {
  const { label, options, selected, onChange, children } = props;
  return (
    <MenuTrigger>
      <Button className={styles.button} data-chosen={selected.length > 0 || undefined}>
        <span className={styles.words} data-clip="">
          {children}
        </span>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={optionList.popover}>
        <Menu
          className={optionList.list}
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={selected}
          onSelectionChange={(keys) =>
            onChange(
              options.filter(({ value }) => keys === 'all' || keys.has(value)).map(({ value }) => value),
            )
          }
        >
          {options.map((option) => (
            <MenuItem
              key={option.value}
              id={option.value}
              className={`${optionList.option} ${styles.item}`}
              textValue={option.label}
            >
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden="true" visibility={isSelected ? 'visible' : 'hidden'} />
                  {option.label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
