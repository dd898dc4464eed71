import { createOffsetMap } from '../../../drafts/corrections/apply-corrections';
import { findGraphemeEnd, findGraphemeStart } from '../../../text/segmenter/graphemes';
import type { Span } from '../../../text/span';
import type { AppliedCorrection } from './applied-corrections';

/** Where words of the current draft are in the base draft. */
export interface BaseSpan {
  span: Span;
  /** Whether a correction inserted all of the words, so that the span is the nearest character. */
  isNearest: boolean;
}

/** The character nearest to an offset that shows something, first of those before it. The text has one. */
function findNearestCharacter(text: string, offset: number): Span {
  const before = text.slice(0, offset).trimEnd().length;
  if (before > 0) return { start: findGraphemeStart(text, before - 1), end: before };
  const after = offset + text.slice(offset).search(/\S/);
  return { start: after, end: findGraphemeEnd(text, after + 1) };
}

/** Maps spans of the current draft to the base draft, which the corrections were applied to. */
export function createBaseMap(
  baseText: string,
  applied: readonly AppliedCorrection[],
): (span: Span) => BaseSpan {
  const offsets = createOffsetMap(
    applied.map(({ start, end, current }, index) => ({
      ...current,
      text: baseText.slice(start, end),
      index,
    })),
  );
  return (current) => {
    const span = offsets.mapSpan(current);
    if (span) return { span, isNearest: false };
    return { span: findNearestCharacter(baseText, offsets.mapStart(current.start)), isNearest: true };
  };
}
