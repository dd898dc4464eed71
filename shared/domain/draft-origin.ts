import { z } from 'zod';
import { sha256Schema, timestampSchema } from './primitives';
import { urlSchema } from './url';

/** A file name without its folder. */
const fileNameSchema = z.string().min(1).max(1_000);

export const originSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), name: fileNameSchema }),
  z.strictObject({ kind: z.literal('paste'), name: z.null() }),
  z.strictObject({ kind: z.literal('sample'), name: z.null() }),
  /** The draft before, with the corrections of its claims applied. */
  z.strictObject({ kind: z.literal('corrections'), name: z.null() }),
  /** A fetched web page; the vault stores it unchanged. */
  z.strictObject({
    kind: z.literal('web'),
    /** The file name of the stored page. */
    name: fileNameSchema,
    /** The final address, after redirects. */
    url: urlSchema,
    fetchedAt: timestampSchema,
    sha256: sha256Schema,
    bytes: z.int().nonnegative(),
    mime: z.string().min(1).max(255),
  }),
]);

/** How the text of a draft came into the app. */
export type Origin = z.infer<typeof originSchema>;
