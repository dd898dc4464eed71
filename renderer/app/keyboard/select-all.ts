import { currentSession } from '../../state/article/open-review';
import { useDialogs } from '../../state/dialogs';
import { selectText } from '../../state/view/navigate';
import { getPressedKey } from '../../ui/pressed-key';
import { textFieldSelector } from '../../ui/selectors';

/** Selects the text of the article, if the article or nothing has the focus. */
export function selectAll(focused: Element | null): void {
  const isInArticle = !focused || focused === document.body || focused.closest('[data-scroller]') !== null;
  const text = document.querySelector('[data-scroller]') && currentSession()?.draft.text;
  if (isInArticle && text) selectText({ start: 0, end: text.length });
}

/**
 * Handles Ctrl+A, which would select the whole interface: fields select their own text, the article selects its text, and nothing
 * happens elsewhere. It listens in the capture phase, so that this is so in dialogs, too.
 */
export function listenToSelectAll(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const { target } = event;
      const isModified = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (
        !isModified ||
        getPressedKey(event) !== 'a' ||
        !(target instanceof Element) ||
        target.closest(textFieldSelector)
      )
        return;
      event.preventDefault();
      if (useDialogs.getState().open === null) selectAll(target);
    },
    true,
  );
}
