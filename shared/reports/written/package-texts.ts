import { z } from 'zod';

/**
 * A place in a written file, and the text in it. `text` is what a reader of the document reads: the words of the report may be in it.
 * `hidden` is all else, such as properties, settings and names of parts, where only the title and byline may be repeated.
 */
const packagePlaceSchema = z.strictObject({
  /** How a message names it, such as `a comment`. */
  name: z.string(),
  kind: z.enum(['text', 'hidden']),
  text: z.string(),
});

export type PackagePlace = z.infer<typeof packagePlaceSchema>;

/** Everything in a written zip of parts, such as a Word file. `why` completes a sentence that begins with "The file". */
export const packageTextsSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('read'), places: z.array(packagePlaceSchema) }),
  z.strictObject({ state: z.literal('unreadable'), why: z.string() }),
]);

export type PackageTexts = z.infer<typeof packageTextsSchema>;
