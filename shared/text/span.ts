import { z } from 'zod';

/** A half-open range [start, end) of UTF-16 offsets into a draft's text; never empty. */
export const spanSchema = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((span) => span.start < span.end, 'a span holds at least one character');

export type Span = z.infer<typeof spanSchema>;

/** Whether the two spans are the same range. */
export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Reading order: by start, then the wider first, so that an outer claim is numbered before one nested in it. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
