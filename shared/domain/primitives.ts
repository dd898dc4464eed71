import { z } from 'zod';

/** Characters that are safe in file names on every system, because an article's id is also the name of its folder. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A timestamp: RFC 3339 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const timestampSchema = z.iso.datetime({ precision: 3 });

/** A publication date: ISO 8601 year, year and month, or full date. */
export const dateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Longest single-line text, in UTF-16 code units. */
export const maxLineLength = 2_000;
/** Longest multi-line text, in UTF-16 code units. */
export const maxProseLength = 100_000;

/** A required single line, such as a title: at most `maxLineLength` code units and no line break of any kind. */
export const titleSchema = z
  .string()
  .min(1)
  .max(maxLineLength)
  .regex(/^[^\n\r\u2028\u2029]*$/, 'more than one line');

/** An optional single line, as `titleSchema` requires it; null when empty, never ''. */
export const lineSchema = titleSchema.nullable();

/** Optional multi-line text of at most `maxProseLength` code units; null when empty, never ''. */
export const proseSchema = z.string().min(1).max(maxProseLength).nullable();

/** The value of a multi-line form field in its stored form: trimmed, and null when nothing is left. */
export function normalizeInput(value: string): string | null {
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** As `normalizeInput`, for a single-line field: U+2028 and U+2029, which such a field accepts, become spaces. */
export function normalizeLineInput(value: string): string | null {
  return normalizeInput(value.replace(/[\n\r\u2028\u2029]+/g, ' '));
}
