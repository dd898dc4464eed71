import type { z } from 'zod';
import { longestLine } from '../domain/primitives';
import { sourceSchema } from '../domain/source';
import { onOneLine } from '../text/format/on-one-line';
import { graphemeStart } from '../text/segmenter/graphemes';

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

/** What could be read of a source; each value is one that a source may hold, and what was not read is absent. */
export type ReferenceFields = z.infer<typeof referenceFieldsSchema>;

/** Words as a field of one line holds them: cut to its length between graphemes; undefined when nothing is left. */
export function fieldLine(words: string): string | undefined {
  const line = onOneLine(words);
  const cut = line.length <= longestLine ? line : line.slice(0, graphemeStart(line, longestLine)).trimEnd();
  return cut === '' ? undefined : cut;
}

/** The fields without those that could not be read; null when none is left. */
export function readFields(
  fields: { [Key in keyof ReferenceFields]: ReferenceFields[Key] | undefined },
): ReferenceFields | null {
  const read = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
  const parsed = referenceFieldsSchema.safeParse(read);
  return parsed.success && Object.keys(read).length > 0 ? parsed.data : null;
}
