import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { toAriaKeys } from '../aria-keys';
import styles from './segmented-choice.module.css';

interface ChoiceOption<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
  /** A class that colours the option, for example one of a status. */
  tone?: string;
  /** A key that chooses it. */
  shortcut?: string | undefined;
  /** Whether it can't be chosen; the text beside the choice says why. */
  isDisabled?: boolean;
}

export interface SegmentedChoiceProps<T extends string> {
  label: string;
  /** Whether only screen readers get the label. */
  isLabelHidden?: boolean;
  options: readonly ChoiceOption<T>[];
  value: T | null;
  onChange: (value: T) => void;
  isDisabled?: boolean;
}

/**
 * One of a few options, side by side. Arrow keys choose, so it is for choices that are confirmed later or have no consequence.
 * The other components of this folder:
 *
 * - `ToggleChoice`: one of a few, stored at once, so arrow keys only move the focus.
 * - `RadioList`: one of a few with long texts, one below the other.
 * - `SelectField`: one of many, from a list that drops down.
 * - `NativeSelect`: the same with the browser's own list, where there are dozens of such fields.
 */
export function SegmentedChoice<T extends string>(props: SegmentedChoiceProps<T>) {
  const { label, isLabelHidden = false, options, value, onChange, isDisabled = false } = props;
  const choose = (chosen: string) => {
    const option = options.find((other) => other.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup
      className={styles.group}
      value={value}
      onChange={choose}
      orientation="horizontal"
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? 'screen-reader-only' : styles.label}>{label}</Label>
      <div className={styles.row} data-count={options.length}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled}
            className={`${styles.option} has-hidden-input ${option.tone ?? ''}`}
            aria-keyshortcuts={toAriaKeys(option.shortcut)}
          >
            {option.icon !== undefined && <span aria-hidden="true">{option.icon}</span>}
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
