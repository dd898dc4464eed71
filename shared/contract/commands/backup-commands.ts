import { z } from 'zod';
import { idSchema, timestampSchema } from '#shared/domain/base/primitives.ts';
import { formatCount, formatFileSize } from '#shared/text/format/numbers.ts';
import { joinList } from '#shared/text/format/wording.ts';
import { nothing, taskInput } from './command-parts.ts';

/** Most findings that are sent to the window. */
export const maxShownFindings = 500;

/** Counts of everything that a check has verified. */
const checkCountsSchema = z.strictObject({
  articles: z.int().nonnegative(),
  changes: z.int().nonnegative(),
  drafts: z.int().nonnegative(),
  /** Files in vaults, and their size in bytes. */
  vaultFiles: z.int().nonnegative(),
  vaultBytes: z.int().nonnegative(),
  backups: z.int().nonnegative(),
  /** Contents in the pool of the backups, and their size in bytes. */
  backupFiles: z.int().nonnegative(),
  backupBytes: z.int().nonnegative(),
});

export type CheckCounts = z.infer<typeof checkCountsSchema>;

/** `damage` is not as it was written, `unchecked` could not be read or is of a newer Stet, `note` does no harm. */
const findingKinds = ['damage', 'unchecked', 'note'] as const;

const findingSchema = z.strictObject({
  kind: z.enum(findingKinds),
  /** Title of the article; null for the lists of the library and for backups. */
  title: z.string().nullable(),
  /** Path of the file inside the library, or the backup folder. */
  file: z.string(),
  /** A sentence that says what is wrong. */
  problem: z.string(),
  /** A sentence that says what can be done; null when nothing has to be. */
  remedy: z.string().nullable(),
  /** Names the repair that `check.repair` makes; null when there is none. */
  repairId: idSchema.nullable(),
});

export type ShownFinding = z.infer<typeof findingSchema>;

const checkReportSchema = z.strictObject({
  counts: checkCountsSchema,
  findings: z.array(findingSchema).max(maxShownFindings),
  /** The number of findings that are not in the list. */
  leftOut: z.int().nonnegative(),
});

export type ShownCheckReport = z.infer<typeof checkReportSchema>;

/** Commands that check the library. */
export const checkCommands = {
  /** Reads everything and verifies every checksum, and changes nothing; null when it was cancelled. */
  'check.run': { input: taskInput, output: checkReportSchema.nullable() },
  /**
   * Makes repairs that the last check offered. `repaired` is the number of those that were made; `problems` has a sentence for
   * each of the others.
   */
  'check.repair': {
    input: taskInput.extend({ repairIds: z.array(idSchema).min(1).max(maxShownFindings) }),
    output: z.strictObject({ repaired: z.int().nonnegative(), problems: z.array(z.string()) }).nullable(),
  },
} as const;

/** Lists everything that a check has verified: "2 articles, 120 changes, 3 drafts and 4 attached files (1.2 MB)". */
export function describeChecked({ articles, changes, drafts, vaultFiles, vaultBytes }: CheckCounts): string {
  return joinList([
    formatCount(articles, 'article'),
    formatCount(changes, 'change'),
    formatCount(drafts, 'draft'),
    `${formatCount(vaultFiles, 'attached file')} (${formatFileSize(vaultBytes)})`,
  ]);
}

/** The same of the backups: "3 backups, which share 40 contents (8.1 MB)"; null when there are none. */
export function describeCheckedBackups({ backups, backupFiles, backupBytes }: CheckCounts): string | null {
  if (backups === 0) return null;
  const contents = `${formatCount(backupFiles, 'content')} (${formatFileSize(backupBytes)})`;
  return `${formatCount(backups, 'backup')}, which ${backups === 1 ? 'holds' : 'share'} ${contents}`;
}

const backupStateSchema = z.strictObject({
  /** Absolute path of the folder that takes the backups; null while none is chosen. */
  folder: z.string().nullable(),
  /** Absolute path of the folder that is proposed. */
  proposed: z.string(),
  /** The newest backup, which was read back when it was made; null when there is none. */
  last: z
    .strictObject({
      takenAt: timestampSchema,
      articles: z.int().nonnegative(),
      /** The number of files that could not be backed up, because the library itself has lost them. */
      missing: z.int().nonnegative(),
    })
    .nullable(),
  /**
   * Whether the folder had backups of this library and has none now, as where its drive is not connected. Nothing is backed up
   * until they are back, or the reviewer has chosen what to do.
   */
  isSetMissing: z.boolean(),
  /** Why the last backup could not be made, in plain words; null when all is well. */
  problem: z.string().nullable(),
});

export type BackupState = z.infer<typeof backupStateSchema>;

/** Names one backup: by the id of its library and the name of its file. */
const backupInput = z.strictObject({
  libraryId: idSchema,
  name: z
    .string()
    .max(60)
    .regex(/^backup-\d{6,12}-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.json$/),
});

const listedBackupSchema = backupInput.extend({
  takenAt: timestampSchema,
  /** Whether it is of the library that is open. */
  isOwn: z.boolean(),
});

export type ListedBackup = z.infer<typeof listedBackupSchema>;

const backedUpArticleSchema = z.strictObject({
  articleId: idSchema,
  title: z.string(),
  editedAt: timestampSchema.nullable(),
  /** Whether the open library has it, in its list or in its bin. */
  isInLibrary: z.boolean(),
  /** When the version was backed up that would be restored, if the one of this backup is damaged; else null. */
  wholeAt: timestampSchema.nullable(),
});

export type BackedUpArticleRow = z.infer<typeof backedUpArticleSchema>;

const articlesInput = z.strictObject({ articleIds: z.array(idSchema).min(1).max(100_000) });

const backupRunSchema = z.strictObject({
  /** False when nothing has changed since the backup before. */
  isNew: z.boolean(),
  /** The number of files that the library itself has lost. */
  missing: z.int().nonnegative(),
  /** The number of damaged or missing copies in the backup folder that were made again from the library. */
  replaced: z.int().nonnegative(),
  /** The number of those that the library does not have either. */
  lost: z.int().nonnegative(),
});

/** The result of a backup that was made. */
export type BackupRun = z.infer<typeof backupRunSchema>;

/** Commands about backups. Paths come from the system's dialog, never from the window. */
export const backupCommands = {
  'backup.state': { input: nothing, output: backupStateSchema },
  /**
   * Chooses the proposed folder, or asks for one with the system's dialog, or turns backups off. `newSet` keeps the folder, and
   * begins a new set of backups in it although it had one.
   */
  'backup.setFolder': {
    input: z.strictObject({ choice: z.enum(['proposed', 'ask', 'off', 'newSet']) }),
    output: backupStateSchema,
  },
  /** Makes a backup now; null when it was cancelled. */
  'backup.run': { input: taskInput, output: backupRunSchema.nullable() },
  /** All backups in the folder, those of the open library first, each library's newest first. */
  'backup.list': { input: nothing, output: z.array(listedBackupSchema) },
  /** The articles of one backup, by title. */
  'backup.articles': { input: backupInput, output: z.array(backedUpArticleSchema) },
  /** Restores an article; null when it was cancelled. */
  'backup.restoreArticle': {
    input: taskInput.extend({ backup: backupInput, articleId: idSchema }),
    output: z
      .strictObject({
        articleId: idSchema,
        title: z.string(),
        /** The number of attached files that the backup has lost. */
        lostFiles: z.int().nonnegative(),
      })
      .nullable(),
  },
  /** Restores a whole library into a new folder, inside one that the system's dialog asks for; null when it was cancelled. */
  'backup.restoreLibrary': {
    input: taskInput.extend({ backup: backupInput }),
    output: z
      .strictObject({
        folder: z.string(),
        lostArticles: z.array(z.string()),
        lostFiles: z.int().nonnegative(),
      })
      .nullable(),
  },
  /** When the backups of the open library were made that hold one of these articles, the newest first. */
  'backup.holding': { input: articlesInput, output: z.strictObject({ takenAt: z.array(timestampSchema) }) },
  /** Removes articles from all backups of the open library. `backups` is the number of those that held one. */
  'backup.forget': { input: articlesInput, output: z.strictObject({ backups: z.int().nonnegative() }) },
} as const;
