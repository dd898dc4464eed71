import { type ReactNode, useId } from 'react';
import { Label, Radio, RadioGroup, Text, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { toAriaKeys } from '../button.tsx';
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

interface SegmentedChoiceProps<T extends string> {
  label: string;
  /** Whether only screen readers get the label. */
  isLabelHidden?: boolean;
  options: readonly ChoiceOption<T>[];
  value: T | null;
  onChange: (value: T) => void;
  isDisabled?: boolean;
}

/** Chooses the option with a value that React Aria names. */
function choose<T extends string>(
  { options, onChange }: { options: readonly { value: T }[]; onChange: (value: T) => void },
  chosen: string,
): void {
  const option = options.find(({ value }) => value === chosen);
  if (option) onChange(option.value);
}

function OptionContent({ icon, label }: Pick<ChoiceOption<string>, 'icon' | 'label'>) {
  return (
    <>
      {icon !== undefined && <span aria-hidden="true">{icon}</span>}
      {label}
    </>
  );
}

interface RadioChoiceProps<T extends string> extends SegmentedChoiceProps<T> {
  /** A sentence below the options, which screen readers get with the group. */
  hint?: string | undefined;
  /** Whether nobody chose the value. Pressing it then chooses it, as pressing another one does. */
  isPreselected?: boolean;
}

/** One of a few options, side by side. Arrow keys choose, so it is for choices that are confirmed later or have no consequence. */
export function SegmentedChoice<T extends string>(props: RadioChoiceProps<T>) {
  const { label, isLabelHidden = false, options, value, onChange, isDisabled = false } = props;
  const { hint, isPreselected = false } = props;
  return (
    <RadioGroup
      className={styles.group}
      value={value}
      onChange={(chosen) => choose(props, chosen)}
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
            <OptionContent {...option} />
          </Radio>
        ))}
      </div>
      {hint !== undefined && (
        <Text slot="description" className={styles.label}>
          {hint}
        </Text>
      )}
    </RadioGroup>
  );
}

interface ToggleChoiceProps<T extends string> extends SegmentedChoiceProps<T> {
  /** Runs after a choice by mouse or touch, to move the focus to where the work goes on. */
  afterClick: () => void;
}

/**
 * One of a few options, side by side, where a choice is stored at once. Only a click, Space or Enter chooses; arrow keys move
 * the focus, as in a radio group inside a toolbar (ARIA Authoring Practices). Pressing the chosen option calls `onChange`, too,
 * because that may confirm it.
 */
export function ToggleChoice<T extends string>(props: ToggleChoiceProps<T>) {
  const { label, isLabelHidden = false, options, value, isDisabled = false, afterClick } = props;
  const labelId = useId();
  const tabbableValue = value ?? options[0]?.value;
  return (
    <div className={styles.group}>
      <span id={labelId} className={isLabelHidden ? 'screen-reader-only' : styles.label}>
        {label}
      </span>
      <ToggleButtonGroup
        className={styles.row}
        aria-labelledby={labelId}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={([chosen]) => choose(props, String(chosen))}
        isDisabled={isDisabled}
        data-count={options.length}
      >
        {options.map((option) => (
          <ToggleButton
            key={option.value}
            id={option.value}
            className={`${styles.option} ${option.tone ?? ''}`}
            excludeFromTabOrder={option.value !== tabbableValue}
            onPress={({ pointerType }) => {
              if (pointerType !== 'keyboard' && pointerType !== 'virtual') afterClick();
            }}
            {...(option.shortcut !== undefined && {
              // React Aria passes this attribute to no element.
              render: (element) => <button {...element} aria-keyshortcuts={toAriaKeys(option.shortcut)} />,
            })}
          >
            <OptionContent {...option} />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

interface RadioListProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string; hint?: ReactNode }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few options, one below the other: for texts that are too long to stand side by side. */
export function RadioList<T extends string>(props: RadioListProps<T>) {
  const { label, options, value } = props;
  return (
    <RadioGroup className={styles.list} value={value} onChange={(chosen) => choose(props, chosen)}>
      <Label className={styles.label}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={`${styles.listOption} has-hidden-input`}>
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
