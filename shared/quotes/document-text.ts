import { z } from 'zod';

/** What the importer reads in a file: its text page by page, or why there is none. */
export const documentTextSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('read'),
    /** Of a PDF one entry a page; of a text one entry. */
    pages: z.array(z.string()),
    /** Whether the pages are pages of the file, and not a text without any. */
    paged: z.boolean(),
    /** What is in the file beside its pages: title and other properties, addresses of links, bookmarks. */
    beside: z.array(z.string()),
  }),
  z.strictObject({ state: z.literal('noText') }),
  z.strictObject({ state: z.literal('unreadable'), why: z.string() }),
]);

export type DocumentText = z.infer<typeof documentTextSchema>;
