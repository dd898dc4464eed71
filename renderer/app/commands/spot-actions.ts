import { markSpot } from '../../features/claims/actions/mark-spot';
import { dismissWords } from '../../features/reading/dismiss-sentences';
import type { SpotActions } from '../../features/reading/spots/spot-row';
import { runOnNewestDraft } from './run-on-article';

/** The buttons of the list of words worth checking. */
export const spotActions: SpotActions = {
  mark: (spot) => runOnNewestDraft((session) => markSpot(session, spot)),
  dismiss: ({ span }) => runOnNewestDraft((session) => dismissWords(session, span)),
};
