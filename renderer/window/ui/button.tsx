import {
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  type ReactNode,
} from 'react';
import styles from './button.module.css';

/** The value of `aria-keyshortcuts` for a key as it is shown, such as `Ctrl+Shift+E` or `⇧⌘E`. */
export function toAriaKeys(shown: string | undefined): string | undefined {
  return shown?.replace('Ctrl+', 'Control+').replace('⇧', 'Shift+').replace('⌘', 'Meta+');
}

interface ButtonProps
  extends Omit<ComponentProps<'button'>, 'className' | 'disabled' | 'onClick' | 'children'> {
  kind?: 'plain' | 'primary' | 'quiet';
  /** A key that does the same, shown beside the text and announced by screen readers as a shortcut. */
  shortcut?: string | undefined;
  /** A decoration before the text, which says the same. */
  icon?: ReactNode;
  isDisabled?: boolean | undefined;
  /** While it is pending, a button keeps the focus and does nothing. */
  isPending?: boolean | undefined;
  onPress?: (() => void) | undefined;
  children: ReactNode;
}

const pressKeys: ReadonlySet<string> = new Set(['Enter', ' ']);

/** The button on which such a key is down. */
let keyPressed: HTMLButtonElement | null = null;

/** A key on a submit button submits its form; one that is held does so once. */
function isLeftToForm(event: KeyboardEvent<HTMLButtonElement>): boolean {
  if (event.currentTarget.type !== 'submit') return false;
  if (event.repeat) event.preventDefault();
  return true;
}

/**
 * The handlers of a button whose press the elements around it do not notice. React Aria's button does so, too, but it is slow to
 * render, and the list of the library would wait for its code.
 */
export function createPressHandlers(onPress: (() => void) | undefined) {
  return {
    // The bar beside selected words hides while a pointer is down elsewhere.
    onPointerDown(event: PointerEvent) {
      event.stopPropagation();
    },
    onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
      if (!pressKeys.has(event.key)) return;
      event.stopPropagation();
      if (isLeftToForm(event)) return;
      event.preventDefault();
      if (!event.repeat) keyPressed = event.currentTarget;
    },
    onKeyUp(event: KeyboardEvent<HTMLButtonElement>) {
      if (!pressKeys.has(event.key)) return;
      event.stopPropagation();
      if (isLeftToForm(event)) return;
      event.preventDefault();
      const isPressed = keyPressed === event.currentTarget;
      keyPressed = null;
      if (isPressed) onPress?.();
    },
    onClick(event: MouseEvent) {
      event.stopPropagation();
      onPress?.();
    },
  };
}

/** A button whose accessible name is its visible text. It is memoized because lists render many of them. */
export const Button = memo(function Button(props: ButtonProps) {
  const { kind = 'plain', shortcut, icon, children, isDisabled, isPending, onPress, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      {...createPressHandlers(isPending ? undefined : onPress)}
      {...(isPending && { type: 'button', 'aria-disabled': true })}
      disabled={isDisabled}
      className={`${styles.button} ${styles[kind] ?? ''}`}
      aria-keyshortcuts={shortcut === undefined ? undefined : toAriaKeys(shortcut)}
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
    </button>
  );
});
