import { typingWatch } from '../../state/typing/left-typing';
import { textFieldSelector, typeAheadSelector } from '../../ui/selectors';

const typingSelector = `${textFieldSelector}, ${typeAheadSelector}, [role="dialog"]`;

const isInTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest(typingSelector) !== null;

/**
 * Follows the focus into fields, dialogs and menus, because letters that come right after them may have been meant for them, and the
 * mouse elsewhere.
 */
export function listenToTyping(): void {
  typingWatch.follow(isInTyping(document.activeElement));
  document.addEventListener('focusin', ({ target }) => typingWatch.follow(isInTyping(target)));
  document.addEventListener('focusout', () => typingWatch.follow(false));
  // The press takes the focus, so it has to be known before.
  document.addEventListener('pointerdown', ({ target }) => typingWatch.press(!isInTyping(target)), true);
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, () => typingWatch.press(false), true);
}
