import { currentSession } from '../../state/article/open-review';
import { getClaimIdOfRow } from '../../state/view/claim-row';
import { selectText } from '../../state/view/navigate';
import { listMatchingClaims, selectClaims } from '../../state/view/selected-claims';

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
