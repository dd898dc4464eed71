import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import optionList from './option-list.module.css';
import styles from './picker.module.css';

interface PickerProps {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  isDisabled?: boolean;
}

/** One of several, from a list that drops down. While it is closed, arrows and letters choose nothing. */
export function Picker({ label, options, value, onChange, isDisabled = false }: PickerProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Select
      className={styles.picker}
      value={value}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onChange={(key) => isOpen && onChange(String(key))}
      isDisabled={isDisabled}
    >
      <Label className={styles.label}>{label}</Label>
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
