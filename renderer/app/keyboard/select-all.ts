import { currentSession } from '../../state/article/open-review';
import { useDialogs } from '../../state/dialogs';
import { getClaimIdOfRow } from '../../state/view/claim-row';
import { selectText } from '../../state/view/navigate';
import { listMatchingClaims, selectClaims } from '../../state/view/selected-claims';
import { getPressedKey } from '../../ui/pressed-key';
import { textFieldSelector } from '../../ui/selectors';

/** Selects the text of the article, if the article or nothing has the focus, or all claims of the list, if one of its rows has it. */
export function selectAll(focused: Element | null): void {
  const session = currentSession();
  if (session && !session.readOnly && getClaimIdOfRow(focused) !== null) {
    const ids = listMatchingClaims(session).map(({ claim }) => claim.id);
    selectClaims(ids, ids[0] ?? null);
    return;
  }
  const isInArticle = !focused || focused === document.body || focused.closest('[data-scroller]') !== null;
  const text = document.querySelector('[data-scroller]') && session?.draft.text;
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
