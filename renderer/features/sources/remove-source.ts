import type { Source } from '../../../shared/domain/source';
import { deleteSource } from '../../../shared/domain/sources/source-edits';
import { countClaimsUsing } from '../../../shared/domain/sources/source-use';
import { formatCount } from '../../../shared/text/format/format-count';
import { focusMainArea } from '../../state/focus-main-area';
import { showNotice } from '../../state/notices';
import type { Session } from '../../state/review/session';
import { useReviewView } from '../../state/view/review-view';

/** Describes how many claims use a source: "2 claims use it." */
export function describeSourceUsage({ review, draft }: Session, sourceId: string): string {
  const count = countClaimsUsing(review, sourceId, draft.number);
  if (count === 0) return 'No claim uses it.';
  return `${formatCount(count, 'claim')} ${count === 1 ? 'uses' : 'use'} it.`;
}

/** Deletes a source and its evidence, says how many claims used it, and offers to undo that. */
export function removeSource({ review, draft, apply }: Session, source: Source, onUndo: () => void): void {
  const { card } = useReviewView.getState();
  const count = countClaimsUsing(review, source.id, draft.number);
  if (!apply(deleteSource(review, source))) return;
  if ((card.show === 'source' || card.show === 'editSource') && card.sourceId === source.id) {
    useReviewView.setState({ card: { show: 'claim' } });
    focusMainArea();
  }
  const used = count === 0 ? '' : ` ${formatCount(count, 'claim')} used it.`;
  showNotice(`“${source.title}” deleted.${used}`, { label: 'Undo', run: onUndo });
}
