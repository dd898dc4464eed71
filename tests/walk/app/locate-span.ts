import type { Span } from '../../../shared/text/span';
import { measureSpan, type SpanPoints } from '../page/measure-span';
import type { Walker } from './walker';

/** Scrolls to a span of the draft and locates it for the mouse; null when something covers it. */
export async function locateSpan(walker: Walker, span: Span): Promise<SpanPoints | null> {
  const points = await walker.page.evaluate(measureSpan, span);
  return points?.isUncovered ? points : null;
}
