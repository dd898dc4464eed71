/** How long after a field, a dialog or a menu was left a letter may still be meant for it, in milliseconds. */
const graceMs = 2_000;

interface TypingWatch {
  /** Follows the focus: `isTyping` says whether it is in a field, a dialog or a menu now. */
  follow(isTyping: boolean): void;
  /** Follows the mouse: `isDown` says whether it is pressed outside of fields, dialogs and menus now. */
  press(isDown: boolean): void;
  /** Whether a field, a dialog or a menu had the focus until a moment ago. */
  wasJustLeft(): boolean;
}

/**
 * Watches when a place to type or to choose in was left. Whoever presses the mouse elsewhere, to select words for example, has left it
 * on purpose, and the letters that come next are meant for what was pressed. `now` is a clock in milliseconds.
 */
export function createTypingWatch(now: () => number): TypingWatch {
  let wasTyping = false;
  let isPressed = false;
  let leftAt = Number.NEGATIVE_INFINITY;
  return {
    follow(isTyping) {
      if (wasTyping && !isTyping && !isPressed) leftAt = now();
      wasTyping = isTyping;
    },
    press(isDown) {
      isPressed = isDown;
      if (isDown) leftAt = Number.NEGATIVE_INFINITY;
    },
    wasJustLeft: () => !wasTyping && now() - leftAt < graceMs,
  };
}

/** Watches the window; `app/keyboard/listen-to-typing.ts` follows the focus. */
export const typingWatch = createTypingWatch(() => performance.now());
