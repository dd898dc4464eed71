import { getSpotKindLabel } from '../../../shared/spotting/spotted-span';
import type { Span } from '../../../shared/text/span';
import { findSpotAt, markSpot } from '../../features/claims/claim-actions';
import {
  dismissSentences,
  dismissWords,
  getSetAsideExtentAt,
  hasDismissedAt,
  labelNothingToCheck,
  reopenSentences,
} from '../../features/reading/dismiss-sentences';
import type { MenuEntry } from '../../state/context-menu';
import type { Session } from '../../state/review/session';

/** The entries about whether the sentences at a span were read, and about the spotted words there. */
export function createReadingMenu(session: Session, span: Readonly<Span>): MenuEntry[][] {
  if (session.readOnly) return [];
  const spot = findSpotAt(span);
  const ofSpot: MenuEntry[] = spot
    ? [
        {
          label: `Mark as claim (${getSpotKindLabel(spot.kind).toLowerCase()})`,
          run: () => markSpot(session, spot),
        },
        { label: 'Nothing to check in these words', run: () => dismissWords(session, spot.span) },
      ]
    : [];
  const ofSentence: MenuEntry[] = [];
  const extent = getSetAsideExtentAt(span);
  if (extent)
    ofSentence.push({
      label: labelNothingToCheck(extent),
      run: () => dismissSentences(session, span),
    });
  if (hasDismissedAt(session, span))
    ofSentence.push({ label: 'Look at again', run: () => reopenSentences(session, span) });
  return [ofSpot, ofSentence].filter((group) => group.length > 0);
}
