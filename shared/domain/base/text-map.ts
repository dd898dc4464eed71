import { z } from 'zod';
import { storedObject } from '#shared/text/stored-object.ts';
import { sha256Schema } from './primitives.ts';

/** An index into the parts of the map, and an index of a text element in that part, in document order. */
const place = { part: z.int().nonnegative(), element: z.int().nonnegative() };

const verbatimSchema = storedObject({
  ...place,
  /** The first code unit in the text of the element, and how many follow each other. */
  offset: z.int().nonnegative(),
  length: z.int().positive(),
});

/**
 * For an element that holds no text of its own, such as a tab, or a character that is written differently in the draft: white
 * space, or a ligature.
 */
const replacedSchema = storedObject({ ...place, text: z.string().min(1) });

const generatedSchema = storedObject({ text: z.string().min(1) });

/**
 * A piece of a draft's text, one after another without a gap: the same characters in the file, characters that stand for an
 * element of the file, or characters that are in no file, such as list numbers and the lines between blocks. All lengths and
 * offsets are UTF-16 code units.
 */
const textSegmentSchema = z.union([verbatimSchema, replacedSchema, generatedSchema]);

export type TextSegment = z.infer<typeof textSegmentSchema>;

/**
 * Where each character of a draft is in the file that it was read from. It is loaded only for writing into that file.
 * `edit-text-map` in shared/import/text rebuilds the draft's text from it, and changes it with the reviewer's edits of the blocks.
 */
export const textMapSchema = storedObject({
  /** The names of the parts of the package (ECMA-376, part 2), in lower case and without a leading slash. */
  parts: z.array(z.string().min(1).max(1_000)),
  segments: z.array(textSegmentSchema),
});

export type TextMap = z.infer<typeof textMapSchema>;

/** A map as it is stored beside its draft. */
export const storedTextMapSchema = storedObject({
  /** SHA-256 of the file that it points into. */
  file: sha256Schema,
  ...textMapSchema.shape,
});

export type StoredTextMap = z.infer<typeof storedTextMapSchema>;

/** The length of a segment in the text of the draft, in UTF-16 code units. */
export function getSegmentLength(segment: TextSegment): number {
  return 'length' in segment ? segment.length : segment.text.length;
}

/** Appends a segment. One that continues the last segment is merged into it. */
export function appendSegment(segments: TextSegment[], segment: TextSegment): void {
  const last = segments.at(-1);
  const joined = last && joinSegments(last, segment);
  if (joined) segments[segments.length - 1] = joined;
  else segments.push(segment);
}

function joinSegments(last: TextSegment, next: TextSegment): TextSegment | null {
  if ('length' in last && 'length' in next) {
    const continues =
      last.part === next.part && last.element === next.element && last.offset + last.length === next.offset;
    return continues ? { ...last, length: last.length + next.length } : null;
  }
  const areGenerated = !('part' in last) && !('part' in next);
  return areGenerated ? { text: last.text + next.text } : null;
}
