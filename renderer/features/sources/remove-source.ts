import type { Review } from '../../../shared/domain/review';
import type { Source } from '../../../shared/domain/source';
import { deleteSource } from '../../../shared/domain/source-edits';
import { focusArticle } from '../../state/focus';
import { mention } from '../../state/notices';
import { currentSession } from '../../state/open-review';
import { useReviewView } from '../../state/review-view';

/** Deletes a source with what ties it to claims, and offers to take that back. */
export function removeSource(review: Review, source: Source, onUndo: () => void): void {
  const { card } = useReviewView.getState();
  if (!currentSession()?.apply(deleteSource(review, source))) return;
  if ((card.show === 'source' || card.show === 'editSource') && card.sourceId === source.id) {
    useReviewView.setState({ card: { show: 'claim' } });
    focusArticle();
  }
  mention(`“${source.title}” deleted.`, { label: 'Undo', run: onUndo });
}
