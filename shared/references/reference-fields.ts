import type { z } from 'zod';
import { maxLineLength } from '../domain/base/primitives.ts';
import { sourceSchema } from '../domain/base/source.ts';
import { collapseWhitespace } from '../text/format/wording.ts';
import { findGraphemeStart } from '../text/segmenter/graphemes.ts';

export const referenceFieldsSchema = sourceSchema
  .pick({
    kind: true,
    title: true,
    author: true,
    publisher: true,
    publishedAt: true,
    accessedAt: true,
    url: true,
  })
  .partial();

/** The fields of a source that were read from a reference. Each value is valid for a source; fields not found are absent. */
export type ReferenceFields = z.infer<typeof referenceFieldsSchema>;

/**
 * Fits a text into a field of one line: white space is collapsed, and a text that is too long is cut between two graphemes.
 * Undefined when nothing is left.
 */
export function toFieldLine(text: string): string | undefined {
  const line = collapseWhitespace(text);
  const fitted =
    line.length <= maxLineLength ? line : line.slice(0, findGraphemeStart(line, maxLineLength)).trimEnd();
  return fitted === '' ? undefined : fitted;
}

/** Removes the fields that were not found and validates the others. Null when none is left, or one is invalid. */
export function parseReferenceFields(
  fields: { [Key in keyof ReferenceFields]: ReferenceFields[Key] | undefined },
): ReferenceFields | null {
  const present = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
  const parsed = referenceFieldsSchema.safeParse(present);
  return parsed.success && Object.keys(present).length > 0 ? parsed.data : null;
}
