import { z } from 'zod';
import { idSchema, sha256Schema, timestampSchema } from '#shared/domain/base/primitives.ts';

/**
 * A path inside an article's folder, with `/` between its parts. No part leads out of the folder, and all characters are valid on
 * every system.
 */
export const backupPathSchema = z
  .string()
  .max(400)
  .regex(/^(?!\.{1,2}(?:\/|$))[\w.-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)*$/);

const fileSchema = z.strictObject({
  path: backupPathSchema,
  bytes: z.int().nonnegative(),
  /** SHA-256 of the whole file, which is its name in the pool. */
  sha256: sha256Schema,
  /** The modification time, in milliseconds since 1970. The next backup does not read an unchanged file again. */
  modifiedMs: z.number(),
});

export type BackupFile = z.infer<typeof fileSchema>;

const historyEndSchema = z.strictObject({
  /** The number of whole, chained lines. */
  lines: z.int().nonnegative(),
  /** The checksum of the last of them. */
  sha256: sha256Schema,
});

/** The end of a history. Any history that continues it has the same line at the same place. */
export type BackedUpEnd = z.infer<typeof historyEndSchema>;

const versionSchema = z.strictObject({
  takenAt: timestampSchema,
  end: historyEndSchema,
  files: z.array(fileSchema),
});

export type ArticleVersion = z.infer<typeof versionSchema>;

const articleSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  /** The time of its last change; null when the library did not list it. */
  editedAt: timestampSchema.nullable(),
  binnedAt: timestampSchema.nullable(),
  /** Whether every line of its history is intact and chained. Otherwise its files are kept as they were found. */
  isWhole: z.boolean(),
  end: historyEndSchema,
  files: z.array(fileSchema),
  /** The paths of files that neither the library nor an earlier backup has, or that could not be read. */
  missing: z.array(backupPathSchema),
  /**
   * Intact versions of earlier backups that the article's present history does not continue, because it is damaged or was replaced.
   * They stay in every later backup, so that unnoticed damage does not displace them.
   */
  earlier: z.array(versionSchema),
});

export type BackedUpArticle = z.infer<typeof articleSchema>;

const manifestSchema = z.strictObject({
  libraryId: idSchema,
  number: z.int().positive(),
  takenAt: timestampSchema,
  articles: z.array(articleSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFormat = { format: 'stet-backup', version: 1, schema: manifestSchema };

export interface BackupStamp {
  /** Increases with every backup of a library. Backups are ordered by it, because clocks may go back. */
  number: number;
  /** When it was made, in milliseconds since 1970, by the computer's clock. */
  at: number;
}

export interface ManifestName extends BackupStamp {
  name: string;
}

const namePattern = /^backup-(\d{6,12})-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3}Z)\.json$/;

export function formatManifestName({ number, takenAt }: Pick<Manifest, 'number' | 'takenAt'>): string {
  return `backup-${String(number).padStart(6, '0')}-${takenAt.replaceAll(/[:.]/g, '-')}.json`;
}

/** Parses the name of a manifest; null for the name of another file. */
export function parseManifestName(name: string): ManifestName | null {
  const [match, number, date, hour, minute, second, rest] = namePattern.exec(name) ?? [];
  const at = Date.parse(`${date}${hour}:${minute}:${second}.${rest}`);
  return match === undefined || Number.isNaN(at) ? null : { name, number: Number(number), at };
}

/** All files of a manifest, including those of earlier versions of its articles. */
export function listFiles({ articles }: Manifest): BackupFile[] {
  return articles.flatMap(({ files, earlier }) => [...files, ...earlier.flatMap((version) => version.files)]);
}

export function sumBytes(files: readonly BackupFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The SHA-256 of every file in the pool that a manifest names. */
export function listContents(manifest: Manifest): string[] {
  return listFiles(manifest).map(({ sha256 }) => sha256);
}
