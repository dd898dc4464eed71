import { z } from 'zod';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema, sha256Schema, timestampSchema } from './primitives.ts';

/** Largest file that can be added to the vault: 2 GB, in bytes. */
export const maxAttachmentBytes = 2 * 1024 ** 3;

export const storedFileSchema = storedObject({
  /** SHA-256 of the content; also the file's name in the vault. */
  sha256: sha256Schema,
  /** Original file name, without its folder and without deceptive characters (see `toAttachmentName`). */
  name: z.string().min(1).max(1_000),
  /** Size of the content. */
  bytes: z.int().nonnegative().max(maxAttachmentBytes),
  /** IANA media type, by the file name's extension. */
  mime: z.string().min(1).max(200),
});

/** A file in the vault. */
export type StoredFile = z.infer<typeof storedFileSchema>;

/** Largest file in which quotes are searched, in bytes. */
const maxSearchableBytes = 200 * 1024 * 1024;

/** Whether a file can be searched for quotes, by its size and media type. It may still hold no text, as a scan does. */
export function isSearchable({ bytes, mime }: Pick<StoredFile, 'bytes' | 'mime'>): boolean {
  return bytes <= maxSearchableBytes && !/^(image|audio|video)\//.test(mime);
}

export const attachmentSchema = storedFileSchema.extend({
  id: idSchema,
  sourceId: idSchema,
  addedAt: timestampSchema,
});

/** A file attached to a source. */
export type Attachment = z.infer<typeof attachmentSchema>;

/** Whether the file in the vault is still the one that was added. */
export const storedFileStates = ['unchanged', 'altered', 'missing'] as const;

export type StoredFileState = (typeof storedFileStates)[number];
