import type { FoundPlace } from '../../../shared/contract/commands/search-commands';
import { currentSession } from '../../state/article/open-review';
import { showArticle } from '../../state/article/show-article';
import { closeDialog } from '../../state/dialogs';
import { focusMainArea } from '../../state/focus-main-area';
import { goToListedClaim, revealSpan, selectText, showSource } from '../../state/view/navigate';
import { showPanel } from '../../state/view/panels';

/** Opens an article where the search of the library found something in it. */
export async function openFoundPlace(articleId: string, place: FoundPlace): Promise<void> {
  closeDialog();
  const before = currentSession();
  const isShown = before?.articleId === articleId && !before.isPast;
  if (!isShown && !(await showArticle(articleId))) return;
  const session = currentSession();
  if (session?.articleId !== articleId) return;
  const { kind, refId, span } = place;
  if (span && span.end <= session.draft.text.length) {
    revealSpan(span);
    selectText(span);
    focusMainArea();
  } else if (kind === 'source' && refId !== null && session.review.sources.has(refId)) {
    showPanel('card');
    showSource(refId);
  } else if (refId !== null) {
    const claim = [...session.outline(), ...session.unplaced()].find((listed) => listed.claim.id === refId);
    if (!claim) return;
    showPanel('card');
    goToListedClaim(claim);
  }
}
