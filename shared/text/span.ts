import { z } from 'zod';
import { storedObject } from './stored-object.ts';

/** A half-open range [start, end) of UTF-16 offsets into a draft's text. It is never empty. */
export const spanSchema = storedObject({ start: z.int().nonnegative(), end: z.int().positive() }).refine(
  (span) => span.start < span.end,
  'a span holds at least one character',
);

export type Span = z.infer<typeof spanSchema>;

export function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether two spans share text. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}

/** Compares in reading order: by start, then the longer span first, so that an outer claim comes before one nested in it. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
