import { z } from 'zod';

/** Letters that are safe in a file name on every system: an id is also the name of an article's folder. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A moment: RFC 3339 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const momentSchema = z.iso.datetime({ precision: 3 });

/** A calendar date as people know it of a publication: ISO 8601 year, year-month or full date. */
export const dateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** In UTF-16 units: of one line, and of longer words. */
export const longestLine = 2_000;
export const longestProse = 100_000;

/** One line that has to be there, such as a title: at most 2,000 UTF-16 units, and no line break of any kind. */
export const titleSchema = z
  .string()
  .min(1)
  .max(longestLine)
  .regex(/^[^\n\r\u2028\u2029]*$/, 'more than one line');

/** One line that a person typed, as `titleSchema` has it; empty is null, never ''. */
export const lineSchema = titleSchema.nullable();

/** Longer words that a person typed: at most 100,000 UTF-16 units; empty is null, never ''. */
export const proseSchema = z.string().min(1).max(longestProse).nullable();

/** What a form field of several lines holds, as it is stored: trimmed, and null when nothing is left. */
export function typed(value: string): string | null {
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** As `typed`, for a field of one line: the separators U+2028 and U+2029, which such a field takes, become spaces. */
export function typedLine(value: string): string | null {
  return typed(value.replace(/[\n\r\u2028\u2029]+/g, ' '));
}
