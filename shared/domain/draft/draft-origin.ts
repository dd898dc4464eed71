import { z } from 'zod';
import { storedObject } from '../../text/stored-object';
import { sha256Schema, timestampSchema } from '../primitives';
import { urlSchema } from '../url';

/** A file name without its folder. */
const fileNameSchema = z.string().min(1).max(1_000);

const fileOriginSchema = storedObject({
  kind: z.literal('file'),
  name: fileNameSchema,
  /** The file as it was read, when the vault keeps it; null otherwise. */
  sha256: sha256Schema.nullable(),
  bytes: z.int().nonnegative().nullable(),
});

export const originSchema = z.discriminatedUnion('kind', [
  fileOriginSchema,
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

/** A file that the vault keeps: its SHA-256 and its size in bytes. */
export interface KeptFile {
  sha256: string;
  bytes: number;
}

/** The origin of a draft from a file. `kept` is null when the vault does not have the file. */
export function createFileOrigin(
  name: string,
  kept: KeptFile | null = null,
): z.infer<typeof fileOriginSchema> {
  return { kind: 'file', name, sha256: kept?.sha256 ?? null, bytes: kept?.bytes ?? null };
}

/** The file or page that the vault keeps for a draft; null when there is none. */
export function getKeptOriginal(origin: Origin): KeptFile | null {
  if (origin.kind === 'web') return origin;
  if (origin.kind !== 'file' || origin.sha256 === null || origin.bytes === null) return null;
  return { sha256: origin.sha256, bytes: origin.bytes };
}
