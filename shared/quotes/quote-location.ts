import { z } from 'zod';

/** Where quoted words stand in a file: pages and lines are counted from 1. */
export const quoteLocationSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('found'),
    page: z.int().positive().nullable(),
    line: z.int().positive().nullable(),
  }),
  z.strictObject({ state: z.literal('notFound') }),
  /** There is no text to look in: a picture, a scan, or too large. */
  z.strictObject({ state: z.literal('noText') }),
  /** The file is altered, missing, encrypted or broken: a sentence that says which. */
  z.strictObject({ state: z.literal('unreadable'), why: z.string() }),
]);

export type QuoteLocation = z.infer<typeof quoteLocationSchema>;
