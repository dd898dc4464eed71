import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choices.module.css';

export interface Choice<T extends string> {
  value: T;
  label: string;
  sign?: ReactNode;
  /** A class that gives the choice its tone, for example a verdict's. */
  tone?: string;
  /** A letter that does the same. */
  shortcut?: string;
}

export interface ChoicesProps<T extends string> {
  label: string;
  /** Whether the label is for screen readers alone. */
  quietLabel?: boolean;
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  isDisabled?: boolean;
}

/** One of a few, side by side. Arrow keys choose, so it is for what is confirmed later or has no consequence. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { label, quietLabel = false, choices, value, onChange, isDisabled = false } = props;
  const choose = (chosen: string) => {
    const known = choices.find((choice) => choice.value === chosen);
    if (known) onChange(known.value);
  };
  return (
    <RadioGroup
      className={styles.group}
      value={value}
      onChange={choose}
      orientation="horizontal"
      isDisabled={isDisabled}
    >
      <Label className={quietLabel ? 'aside-voice' : styles.label}>{label}</Label>
      <div className={styles.row} data-count={choices.length}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            className={`${styles.choice} holds-input ${choice.tone ?? ''}`}
            aria-keyshortcuts={choice.shortcut}
          >
            {choice.sign !== undefined && <span aria-hidden="true">{choice.sign}</span>}
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
