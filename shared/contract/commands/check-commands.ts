import { z } from 'zod';
import { idSchema } from '../../domain/primitives';
import { formatCount, formatFileSize } from '../../text/format/numbers';
import { joinList } from '../../text/format/wording';
import { taskInput } from './command-parts';

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

const reportSchema = z.strictObject({
  counts: checkCountsSchema,
  findings: z.array(findingSchema).max(maxShownFindings),
  /** The number of findings that are not in the list. */
  leftOut: z.int().nonnegative(),
});

export type ShownCheckReport = z.infer<typeof reportSchema>;

/** Commands that check the library. */
export const checkCommands = {
  /** Reads everything and verifies every checksum, and changes nothing; null when it was cancelled. */
  'check.run': { input: taskInput, output: reportSchema.nullable() },
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
