import type { ProposedChange } from '../../../shared/domain/history/change';
import { formatCount } from '../../../shared/text/format/numbers';
import { showError } from '../notices';
import type { Session } from '../review/session';
import { describeLostChanges } from './describe-lost-changes';

/** Says which edits were lost because they did not fit, if any were. `why` is what main said about it. */
export function showLoss(
  session: Session,
  lost: readonly ProposedChange[],
  isLoadedAgain: boolean,
  why = '',
): void {
  if (lost.length === 0) return;
  const what = lost.length === 1 ? 'One edit' : formatCount(lost.length, 'edit');
  const outcome = isLoadedAgain
    ? 'the article was loaded again'
    : `${lost.length === 1 ? 'it was' : 'they were'} not saved`;
  const description = describeLostChanges(lost, (claimId) => {
    const span = session.outlineById().get(claimId)?.span;
    return span ? session.draft.text.slice(span.start, span.end) : null;
  });
  const sentences = [
    `${what} did not fit the article as it is stored, so ${outcome}. Everything else is there.`,
    why,
    `What was lost: ${description}.`,
  ];
  showError(sentences.filter((sentence) => sentence !== '').join(' '));
}
