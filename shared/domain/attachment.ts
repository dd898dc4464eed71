import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from './primitives';

export const attachmentSchema = z.strictObject({
  id: idSchema,
  sourceId: idSchema,
  /** The name of the copy in the vault. */
  sha256: sha256Schema,
  name: z.string().min(1).max(1_000),
  /** Size in bytes. */
  bytes: z.int().nonnegative(),
  mime: z.string().min(1).max(200),
  addedAt: momentSchema,
});

/** A file kept with a source. */
export type Attachment = z.infer<typeof attachmentSchema>;
