import type { KeyboardEvent } from 'react';
import { isSameSpan } from '../../../shared/text/span';
import { getCoverage } from '../../state/reading/coverage';
import { useReviewView } from '../../state/view/review-view';

/** Handles Enter while exactly some spotted words are selected that nobody looked at. Returns false for other keys. */
export function handleSpotKey(event: KeyboardEvent, onMark: () => void): boolean {
  const isEnter =
    event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const { selection } = useReviewView.getState();
  if (!isEnter || event.nativeEvent.isComposing || !selection) return false;
  const spots = getCoverage()?.outstandingSpots ?? [];
  if (!spots.some(({ span }) => isSameSpan(span, selection))) return false;
  event.preventDefault();
  onMark();
  return true;
}
