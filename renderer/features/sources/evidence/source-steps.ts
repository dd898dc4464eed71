import type { Evidence } from '../../../../shared/domain/evidence';
import { removeEvidence } from '../../../../shared/domain/sources/source-edits';
import { countClaimsOf } from '../../../../shared/domain/sources/source-use';
import { counted } from '../../../../shared/text/format/count-of';
import { mention } from '../../../state/notices';
import type { Session } from '../../../state/review/session';

/** "2 claims use it." */
export function usageWords(session: Session, sourceId: string): string {
  const count = countClaimsOf(session.review, sourceId, session.draft.number);
  if (count === 0) return 'No claim uses it.';
  return `${counted(count, 'claim')} ${count === 1 ? 'uses' : 'use'} it.`;
}

/** Unties a claim from a source, and offers to take that back. */
export function untie(session: Session, evidence: Evidence, undo: () => void): void {
  const { review, apply } = session;
  const title = review.sources.get(evidence.sourceId)?.title ?? 'its source';
  const number = session.shownById().get(evidence.claimId)?.number;
  if (!apply(removeEvidence(evidence))) return;
  mention(`“${title}” removed from ${number === undefined ? 'the claim' : `claim ${number}`}.`, {
    label: 'Undo',
    run: undo,
  });
}
