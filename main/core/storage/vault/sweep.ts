import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { originSchema } from '../../../../shared/domain/draft';
import type { Change, Edit } from '../../../../shared/domain/history/change';
import { sha256Schema } from '../../../../shared/domain/primitives';
import { removeHalfWritten, syncFolder } from '../files/durable-file';

/** Stands in a vault into which something was put since it was last swept. */
const marker = 'unswept';

/** Says that something is about to be put into the vault; resolves once that would survive a power cut. */
export async function markUnswept(folder: string): Promise<void> {
  // Empty, so it is whole as soon as it is there: a file beside it could be left behind unmarked.
  await (await open(join(folder, marker), 'a')).close();
  await syncFolder(folder);
}

/** Whether something was put into the vault since it was swept. */
export async function isUnswept(folder: string): Promise<boolean> {
  return stat(join(folder, marker)).then(
    () => true,
    () => false,
  );
}

/** What an edit names in the vault: a draft comes and goes whole. */
function sums(edit: Edit): unknown[] {
  if (edit.table === 'drafts') {
    const row = 'create' in edit ? edit.create : 'delete' in edit ? edit.delete : null;
    const { success, data } = originSchema.safeParse(row?.origin);
    return success && data.kind === 'web' ? [data.sha256] : [];
  }
  if (edit.table !== 'attachments') return [];
  if ('create' in edit) return [edit.create.sha256];
  if ('delete' in edit) return [edit.delete.sha256];
  return [edit.update.before.sha256, edit.update.after.sha256];
}

/** The sums of all files that a history names anywhere: undo and redo have to find theirs, too. */
export function filesNamed(changes: readonly Change[]): Set<unknown> {
  const named = new Set<unknown>();
  for (const { edits } of changes) for (const edit of edits) for (const sum of sums(edit)) named.add(sum);
  return named;
}

/**
 * Removes what was put into a vault but never became part of the history, and what is half-written; what is not of Stet
 * stays. Does nothing when nothing was put there since the last time. Nobody may be at work in the vault. Rejects with the
 * system's error, and then it is swept again the next time.
 */
export async function sweepVault(folder: string, changes: readonly Change[]): Promise<void> {
  if (!(await isUnswept(folder))) return;
  const named = filesNamed(changes);
  await removeHalfWritten(folder);
  for (const name of await readdir(folder))
    if (sha256Schema.safeParse(name).success && !named.has(name)) await rm(join(folder, name));
  await syncFolder(folder);
  await rm(join(folder, marker));
  await syncFolder(folder);
}
