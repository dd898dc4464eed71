import { removeFromClaim } from '../../features/sources/evidence/evidence-item';
import type { MenuEntry } from '../../state/context-menu';
import type { Session } from '../../state/review/session';
import { useReviewView } from '../../state/view/review-view';
import { createSourceMenu } from './source-menu';

/** The context menu of a piece of evidence, with the entries for its source. */
export function createEvidenceMenu(session: Session, evidenceId: string): MenuEntry[][] {
  const evidence = session.review.evidence.get(evidenceId);
  if (!evidence) return [];
  const ofSource = createSourceMenu(session, evidence.sourceId);
  if (session.readOnly) return ofSource;
  return [
    [
      {
        label: 'Edit evidence',
        run: () => useReviewView.setState({ card: { show: 'evidence', evidenceId } }),
      },
      { label: 'Remove from this claim', run: () => removeFromClaim(session, evidence) },
    ],
    ...ofSource,
  ];
}
