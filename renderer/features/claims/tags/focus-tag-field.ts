import { showPanel } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';

/** Shows the card and focuses its field for tags, of the current claim or of the selected ones. */
export function focusTagField(): void {
  showPanel('card');
  useReviewView.setState({ card: { show: 'claim' }, tagFocusRequest: {} });
}
