import { listDismissals } from '../../../shared/coverage/dismissal-edits';
import type { Block } from '../../../shared/domain/draft/draft';
import { compareSpans, type Span } from '../../../shared/text/span';
import { useSession, useTopic } from '../../state/review/use-session';
import { useIsPanelShown } from '../../state/view/panels';
import { useReviewView } from '../../state/view/review-view';
import { useStableItems } from '../../ui/lists/use-stable-items';
import { selectInBlocks, useRangeHighlights } from './use-range-highlights';

const nothing: readonly Span[] = [];

/** Greys the words of a section that were set aside, while it is near the screen and the list with coverage is shown. */
export function useSetAsideHighlights(blocks: readonly Block[], isNear: boolean, painted: unknown): void {
  const { review, draft } = useSession();
  const isReadingShown = useReviewView(({ list }) => list === 'reading');
  const areListsShown = useIsPanelShown('claims');
  const isWanted = isNear && isReadingShown && areListsShown;
  useTopic('dismissals', (session) => (isWanted ? session.revision() : 0));
  const setAside = isWanted
    ? listDismissals(review, draft.id).toSorted((a, b) => compareSpans(a.span, b.span))
    : [];
  const spans = useStableItems(isWanted ? selectInBlocks(setAside, blocks).map(({ span }) => span) : nothing);
  useRangeHighlights('set-aside', spans, painted);
}
