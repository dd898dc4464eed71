import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ChoicesProps } from './choices';
import styles from './choices.module.css';

interface PressChoicesProps<T extends string> extends ChoicesProps<T> {
  /** Runs after a choice by mouse or touch, to put the focus where work goes on. */
  afterClick: () => void;
}

/**
 * One of a few, side by side, where a choice is stored at once: only a click, Space or Enter chooses. Arrow keys move the
 * focus, as ARIA practices have it for a radio group in a toolbar. A press on the chosen one is told too: it may confirm.
 */
export function PressChoices<T extends string>(props: PressChoicesProps<T>) {
  const { label, quietLabel = false, choices, value, onChange, isDisabled = false, afterClick } = props;
  const labelId = useId();
  const inTabOrder = value ?? choices[0]?.value;
  return (
    <div className={styles.group}>
      <span id={labelId} className={quietLabel ? 'aside-voice' : styles.label}>
        {label}
      </span>
      <ToggleButtonGroup
        className={styles.row}
        aria-labelledby={labelId}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => {
          const known = choices.find((choice) => keys.has(choice.value));
          if (known) onChange(known.value);
        }}
        isDisabled={isDisabled}
        data-count={choices.length}
      >
        {choices.map((choice) => (
          <ToggleButton
            key={choice.value}
            id={choice.value}
            className={`${styles.choice} ${choice.tone ?? ''}`}
            excludeFromTabOrder={choice.value !== inTabOrder}
            onPress={({ pointerType }) => {
              if (pointerType !== 'keyboard' && pointerType !== 'virtual') afterClick();
            }}
            aria-keyshortcuts={choice.shortcut}
          >
            {choice.sign !== undefined && <span aria-hidden="true">{choice.sign}</span>}
            {choice.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
