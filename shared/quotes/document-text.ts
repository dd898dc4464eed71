import { z } from 'zod';

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
