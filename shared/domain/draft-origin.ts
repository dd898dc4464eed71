import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { sha256Schema, timestampSchema } from './primitives';
import { urlSchema } from './url';

/** A file name without its folder. */
const fileNameSchema = z.string().min(1).max(1_000);

export const originSchema = z.discriminatedUnion('kind', [
  storedObject({ kind: z.literal('file'), name: fileNameSchema }),
  storedObject({ kind: z.literal('paste'), name: z.null() }),
  storedObject({ kind: z.literal('sample'), name: z.null() }),
  /** The draft before, with the corrections of its claims applied. */
  storedObject({ kind: z.literal('corrections'), name: z.null() }),
  /** A fetched web page; the vault stores it unchanged. */
  storedObject({
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
