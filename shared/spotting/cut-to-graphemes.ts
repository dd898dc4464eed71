import { isGraphemeBoundaryNear } from '../text/segmenter/graphemes';
import type { Span } from '../text/span';

/**
 * A span if it starts and ends between grapheme clusters, and null otherwise: rules read code points, and a sign in the middle of
 * an emoji is nothing to check.
 */
export function cutToGraphemes(text: string, span: Span): Span | null {
  return isGraphemeBoundaryNear(text, span.start) && isGraphemeBoundaryNear(text, span.end) ? span : null;
}
