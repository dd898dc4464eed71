import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
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

interface RadioChoiceProps<T extends string> extends SegmentedChoiceProps<T> {
  /** A sentence below the options, which screen readers get with the group. */
  hint?: string | undefined;
  /** Whether nobody chose the value. Pressing it then chooses it, as pressing another one does. */
  isPreselected?: boolean;
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
export function SegmentedChoice<T extends string>(props: RadioChoiceProps<T>) {
  const { label, isLabelHidden = false, options, value, onChange, isDisabled = false } = props;
  const { hint, isPreselected = false } = props;
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
      <div className={styles.row} data-count={options.length} data-preselected={isPreselected || undefined}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled}
            className={`${styles.option} has-hidden-input ${option.tone ?? ''}`}
            aria-keyshortcuts={toAriaKeys(option.shortcut)}
            onPress={() => isPreselected && option.value === value && onChange(option.value)}
          >
            {option.icon !== undefined && <span aria-hidden="true">{option.icon}</span>}
            {option.label}
          </Radio>
        ))}
      </div>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
    </RadioGroup>
  );
}
