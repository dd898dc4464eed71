import { memo, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  kind?: 'plain' | 'primary' | 'quiet';
  /** A letter that does the same, shown beside the words and told to screen readers as a shortcut. */
  shortcut?: string;
  /** A sign before the words; never the only sign. */
  sign?: ReactNode;
  children: ReactNode;
}

/**
 * A button whose accessible name is its visible words. While what it began is under way it keeps the focus and does nothing;
 * React Aria's own way of that announces the button by its id, which outlives the dialog that the button is in. Painted anew
 * only for other props, as that costs more than most of what stands around buttons.
 */
export const Button = memo(function Button(props: ButtonProps) {
  const { kind = 'plain', shortcut, sign, children, isPending, ...rest } = props;
  const pending = isPending ? ({ type: 'button', onPress: () => {}, 'aria-disabled': true } as const) : {};
  return (
    <AriaButton
      {...rest}
      {...pending}
      className={`${styles.button} ${styles[kind] ?? ''}`}
      aria-keyshortcuts={shortcut}
    >
      {sign !== undefined && (
        <span className={styles.sign} aria-hidden="true">
          {sign}
        </span>
      )}
      {children}
      {shortcut !== undefined && (
        <span className={styles.key} aria-hidden="true">
          {shortcut}
        </span>
      )}
    </AriaButton>
  );
});
