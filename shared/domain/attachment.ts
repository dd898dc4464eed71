import { z } from 'zod';
import { idSchema, momentSchema, sha256Schema } from './primitives';

/** In bytes: a file of more than 2 GB is not taken into the vault. */
export const largestAttachment = 2 * 1024 ** 3;

/** A file that the vault holds. */
export const keptFileSchema = z.strictObject({
  /** Of its content; also the name of the copy in the vault. */
  sha256: sha256Schema,
  /** As it was called, without folder and without signs that would deceive (see `attachmentName`). */
  name: z.string().min(1).max(1_000),
  /** Size in bytes. */
  bytes: z.int().nonnegative().max(largestAttachment),
  /** By its name's extension: IANA media type. */
  mime: z.string().min(1).max(200),
});

export type KeptFile = z.infer<typeof keptFileSchema>;

/** In bytes: a larger file is not searched for words. */
const largestSearched = 200 * 1024 * 1024;

/** Whether a file can be searched for words, by its size and its media type. It may turn out to have none, as a scan does. */
export function canBeSearched({ bytes, mime }: Pick<KeptFile, 'bytes' | 'mime'>): boolean {
  return bytes <= largestSearched && !/^(image|audio|video)\//.test(mime);
}

export const attachmentSchema = keptFileSchema.extend({
  id: idSchema,
  sourceId: idSchema,
  addedAt: momentSchema,
});

/** A file kept with a source. */
export type Attachment = z.infer<typeof attachmentSchema>;

/** Whether the copy in the vault is still the file that was attached. */
export const keptStates = ['unchanged', 'altered', 'missing'] as const;

export type KeptState = (typeof keptStates)[number];
