import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import field from '../fields/field.module.css';
import optionList from './option-list.module.css';
import styles from './select-field.module.css';

interface SelectFieldProps {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  isDisabled?: boolean;
}

/** One of several options, from a list that drops down. While the list is closed, arrows and letters choose nothing. */
export function SelectField({ label, options, value, onChange, isDisabled = false }: SelectFieldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Select
      className={field.field}
      value={value}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onChange={(key) => isOpen && onChange(String(key))}
      isDisabled={isDisabled}
    >
      <Label className={field.label}>{label}</Label>
      <Button className={styles.button}>
        <SelectValue />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={optionList.popover}>
        <ListBox className={optionList.list}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className={optionList.option}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
