import type { Source } from '../../../../shared/domain/source';
import { deleteSource } from '../../../../shared/domain/sources/source-edits';
import { countClaimsOf } from '../../../../shared/domain/sources/source-use';
import { counted } from '../../../../shared/text/format/count-of';
import { focusHome } from '../../../state/focus';
import { mention } from '../../../state/notices';
import { useReviewView } from '../../../state/review/review-view';
import type { Session } from '../../../state/review/session';

/** Deletes a source with what ties it to claims, says how many used it, and offers to take that back. */
export function removeSource({ review, draft, apply }: Session, source: Source, onUndo: () => void): void {
  const { card } = useReviewView.getState();
  const count = countClaimsOf(review, source.id, draft.number);
  if (!apply(deleteSource(review, source))) return;
  if ((card.show === 'source' || card.show === 'editSource') && card.sourceId === source.id) {
    useReviewView.setState({ card: { show: 'claim' } });
    focusHome();
  }
  const used = count === 0 ? '' : ` ${counted(count, 'claim')} used it.`;
  mention(`“${source.title}” deleted.${used}`, { label: 'Undo', run: onUndo });
}
