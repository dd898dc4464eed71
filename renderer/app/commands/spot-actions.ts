import { markSelection, markSpot } from '../../features/claims/claim-actions';
import { dismissWords } from '../../features/reading/dismiss-sentences';
import type { MarkPlace } from '../../features/reading/query-list';
import type { SpotActions } from '../../features/reading/reading-panel';
import { revealSpan, selectText } from '../../state/view/navigate';
import { runOnArticle } from './run-on-article';

/** Marks the words at a place of a query, and shows them. */
export const markPlace: MarkPlace = (span) =>
  runOnArticle('newestDraft', () => {
    revealSpan(span);
    selectText(span);
    markSelection();
  });

/** The buttons of the list of words worth checking. */
export const spotActions: SpotActions = {
  mark: (spot) => runOnArticle('newestDraft', (session) => markSpot(session, spot)),
  dismiss: ({ span }) => runOnArticle('newestDraft', (session) => dismissWords(session, span)),
};
