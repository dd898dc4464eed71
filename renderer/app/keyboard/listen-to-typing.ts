import { typingWatch } from '../../state/typing/left-typing';
import { textFieldSelector, typeAheadSelector } from '../../ui/selectors';

const typingSelector = `${textFieldSelector}, ${typeAheadSelector}, [role="dialog"]`;

/** Follows the focus into fields, dialogs and menus, because letters that come right after them may have been meant for them. */
export function listenToTyping(): void {
  document.addEventListener('focusin', ({ target }) =>
    typingWatch.follow(target instanceof Element && target.closest(typingSelector) !== null),
  );
  document.addEventListener('focusout', () => typingWatch.follow(false));
}
