import { useDialogs } from '../../state/dialogs';
import { currentSession } from '../../state/review/open-review';
import { selectWords } from '../../state/review/review-view';
import { textField } from '../../ui/fields/text-field';
import { pressed } from '../../ui/pressed';

/** Selects the article's text where the article has the focus, or nothing has. */
export function selectAll(focused: Element | null): void {
  const isInArticle = !focused || focused === document.body || focused.closest('[data-scroller]') !== null;
  const text = document.querySelector('[data-scroller]') && currentSession()?.draft.text;
  if (isInArticle && text) selectWords({ start: 0, end: text.length });
}

/**
 * Ctrl+A, which would select the interface: a field keeps it, the article selects its text, and nothing happens elsewhere.
 * Before all other keys, so that it is so in dialogs as well.
 */
export function listenToSelectAll(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const { target } = event;
      const isModified = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isModified || pressed(event) !== 'a' || !(target instanceof Element) || target.closest(textField))
        return;
      event.preventDefault();
      if (useDialogs.getState().open === null) selectAll(target);
    },
    true,
  );
}
