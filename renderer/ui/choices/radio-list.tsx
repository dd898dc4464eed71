import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './radio-list.module.css';

interface RadioListProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string; hint?: ReactNode }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few options, one below the other: for texts that are too long to stand side by side. */
export function RadioList<T extends string>({ label, options, value, onChange }: RadioListProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find((other) => other.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup className={styles.group} value={value} onChange={choose}>
      <Label className={styles.label}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={`${styles.option} has-hidden-input`}>
          <span className={styles.circle} aria-hidden="true" />
          <span className={styles.words}>
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
