import { memo, type ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { toAriaKeys } from './aria-keys';
import styles from './button.module.css';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  kind?: 'plain' | 'primary' | 'quiet';
  /** A key that does the same, shown beside the text and announced by screen readers as a shortcut. */
  shortcut?: string | undefined;
  /** A decoration before the text, which says the same. */
  icon?: ReactNode;
  children: ReactNode;
}

/**
 * A button whose accessible name is its visible text. While it is pending it keeps the focus and does nothing. React Aria's own
 * pending state is not used, because it announces the button by an id that may be gone with its dialog. The component is
 * memoized because rendering a React Aria button is expensive.
 */
export const Button = memo(function Button(props: ButtonProps) {
  const { kind = 'plain', shortcut, icon, children, isPending, ...rest } = props;
  const pending = isPending ? ({ type: 'button', onPress: () => {}, 'aria-disabled': true } as const) : {};
  return (
    <AriaButton
      {...rest}
      {...pending}
      className={`${styles.button} ${styles[kind] ?? ''}`}
      {...(shortcut !== undefined && {
        // React Aria passes this attribute to no element.
        render: (element) => <button {...element} aria-keyshortcuts={toAriaKeys(shortcut)} />,
      })}
    >
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
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
