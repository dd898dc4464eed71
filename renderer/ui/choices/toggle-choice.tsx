import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { toAriaKeys } from '../aria-keys';
import type { SegmentedChoiceProps } from './segmented-choice';
import styles from './segmented-choice.module.css';

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
  const { label, isLabelHidden = false, options, value, onChange, isDisabled = false, afterClick } = props;
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
        onSelectionChange={(keys) => {
          const option = options.find((other) => keys.has(other.value));
          if (option) onChange(option.value);
        }}
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
            {option.icon !== undefined && <span aria-hidden="true">{option.icon}</span>}
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
