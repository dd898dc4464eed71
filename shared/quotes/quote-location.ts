import { z } from 'zod';

/** Where a quote is in a file. Pages and lines are counted from 1. */
export const quoteLocationSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('found'),
    /** The page of a file with pages, or the line of one without. */
    page: z.int().positive().nullable(),
    line: z.int().positive().nullable(),
  }),
  z.strictObject({ state: z.literal('notFound') }),
  /** There is no text to search: the file is a picture or a scan, or too large. */
  z.strictObject({ state: z.literal('noText') }),
  /** The file is altered, missing, encrypted or broken; `why` is a sentence that says which. */
  z.strictObject({ state: z.literal('unreadable'), why: z.string() }),
]);

export type QuoteLocation = z.infer<typeof quoteLocationSchema>;
