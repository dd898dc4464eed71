import {
  acceptAsRead,
  declineProposed,
  openProposed,
} from '../../features/sources/evidence/proposed-actions';
import type { MenuEntry } from '../../state/context-menu';
import { openLink } from '../../state/open-link';
import type { Session } from '../../state/review/session';

/** The context menu of evidence that the author proposed. */
export function createProposedMenu(session: Session, proposedId: string): MenuEntry[][] {
  const proposed = session.review.proposedEvidence.get(proposedId);
  if (!proposed) return [];
  const url = proposed.source?.url ?? null;
  const opening = url === null ? [] : [{ label: 'Open link', run: () => void openLink(url) }];
  if (session.readOnly) return [opening];
  return [
    [
      { label: 'Accept…', run: () => openProposed(proposed) },
      ...(proposed.source ? [{ label: 'Accept as it is', run: () => acceptAsRead(session, proposed) }] : []),
      {
        label: 'Decline without a reason',
        run: () => declineProposed(session, proposed, null),
      },
    ],
    opening,
  ];
}
