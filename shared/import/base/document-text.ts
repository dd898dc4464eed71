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

/** The text of a file as the importer reads it, page by page, or the reason why there is none. */
export const documentTextSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('read'),
    /** One entry for each page of a PDF; one entry for any other file. */
    pages: z.array(z.string()),
    /** Whether the file has pages. */
    paged: z.boolean(),
    /** Text outside of the pages: title and other properties, addresses of links, bookmarks. */
    beside: z.array(z.string()),
  }),
  z.strictObject({ state: z.literal('noText') }),
  z.strictObject({ state: z.literal('unreadable'), why: z.string() }),
]);

export type DocumentText = z.infer<typeof documentTextSchema>;
