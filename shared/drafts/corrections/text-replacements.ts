import { at, intAt } from '../../text/sequences/at';
import { findFirstIndex } from '../../text/sequences/find-first-index';
import type { Span } from '../../text/span';

/** A text that replaces the range [start, end) of another, in UTF-16 offsets. `index` identifies it to the caller. */
export interface TextReplacement extends Span {
  readonly text: string;
  readonly index: number;
}

/** Maps UTF-16 offsets of a text to those of the text after its replacements. */
export interface OffsetMap {
  /** Where something that started at an offset starts now; within a replaced range, where the new text starts. */
  mapStart(offset: number): number;
  /** Where something that ended at an offset ends now; within a replaced range, where the new text ends. */
  mapEnd(offset: number): number;
  /** Where a span is now, with all the text that replaced a part of it; null where nothing of it is left. */
  mapSpan(span: Span): Span | null;
}

/** Applies replacements, which must be in order and not overlap. */
export function applyReplacements(text: string, replacements: readonly TextReplacement[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const replacement of replacements) {
    parts.push(text.slice(from, replacement.start), replacement.text);
    from = replacement.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** A map for replacements, which must be in order and not overlap. Mapping takes the logarithm of their number. */
export function createOffsetMap(replacements: readonly TextReplacement[]): OffsetMap {
  /** How much longer the text has become in front of each replacement, and behind the last. */
  const growths = new Int32Array(replacements.length + 1);
  for (const [index, { start, end, text }] of replacements.entries())
    growths[index + 1] = intAt(growths, index) + text.length - (end - start);

  /** The growth in front of an offset, and the replacement that contains it, if one does. */
  const lookUp = (offset: number) => {
    const index = findFirstIndex(
      replacements.length,
      (candidate) => at(replacements, candidate).end > offset,
    );
    const next = replacements[index];
    return { growth: intAt(growths, index), inside: next && next.start < offset ? next : null };
  };
  const mapStart = (offset: number) => {
    const { growth, inside } = lookUp(offset);
    return growth + (inside ? inside.start : offset);
  };
  const mapEnd = (offset: number) => {
    const { growth, inside } = lookUp(offset);
    return growth + (inside ? inside.start + inside.text.length : offset);
  };
  const mapSpan = (span: Span) => {
    const mapped = { start: mapStart(span.start), end: mapEnd(span.end) };
    return mapped.start < mapped.end ? mapped : null;
  };
  return { mapStart, mapEnd, mapSpan };
}
