import { untie } from '../../features/sources/evidence/source-steps';
import type { MenuEntry } from '../../state/context-menu';
import { useReviewView } from '../../state/review/review-view';
import type { Session } from '../../state/review/session';
import { commands } from '../commands';
import { sourceMenu } from './source-menu';

/** What can be done with what ties a source to the current claim, and with the source itself. */
export function evidenceMenu(session: Session, evidenceId: string): MenuEntry[][] {
  const evidence = session.review.evidence.get(evidenceId);
  if (!evidence) return [];
  const ofSource = sourceMenu(session, evidence.sourceId);
  if (session.readOnly) return ofSource;
  return [
    [
      {
        label: 'Edit evidence',
        run: () => useReviewView.setState({ card: { show: 'evidence', evidenceId } }),
      },
      { label: 'Remove from this claim', run: () => untie(session, evidence, commands.undo) },
    ],
    ...ofSource,
  ];
}
