import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { originSchema } from '../../../../shared/domain/draft-origin';
import type { Change, Edit } from '../../../../shared/domain/history/change';
import { sha256Schema } from '../../../../shared/domain/primitives';
import { removeTempFiles, syncFolder } from '../files/durable-file';

/** Name of the marker file of a vault that was written to since its last sweep. */
const marker = 'unswept';

/** Marks the vault before a file is added to it. Resolves once the mark would survive a power cut. */
export async function markUnswept(folder: string): Promise<void> {
  // Empty, so that it is complete once it exists. A temporary file beside it could be left behind in an unmarked vault.
  await (await open(join(folder, marker), 'a')).close();
  await syncFolder(folder);
}

/** Whether the vault was written to since its last sweep. */
export async function needsSweep(folder: string): Promise<boolean> {
  return stat(join(folder, marker)).then(
    () => true,
    () => false,
  );
}

/** The SHA-256 of each file of the vault that an edit references. */
function getReferences(edit: Edit): unknown[] {
  if (edit.table === 'drafts') {
    // The origin of a draft is never updated.
    const row = 'create' in edit ? edit.create : 'delete' in edit ? edit.delete : null;
    const { success, data } = originSchema.safeParse(row?.origin);
    return success && data.kind === 'web' ? [data.sha256] : [];
  }
  if (edit.table !== 'attachments') return [];
  if ('create' in edit) return [edit.create.sha256];
  if ('delete' in edit) return [edit.delete.sha256];
  return [edit.update.before.sha256, edit.update.after.sha256];
}

/** The SHA-256 of every file that any change of a history references: undo and redo need them, too. */
export function listReferencedFiles(changes: readonly Change[]): Set<unknown> {
  return new Set(changes.flatMap(({ edits }) => edits.flatMap(getReferences)));
}

/**
 * Removes the files of a vault that no change references, and temporary files. Files that are not Stet's stay. Does nothing
 * when the vault was not written to since the last sweep. Nothing else may use the vault meanwhile. Rejects with the system's
 * error, and then the vault is swept again the next time.
 */
export async function sweepVault(folder: string, changes: readonly Change[]): Promise<void> {
  if (!(await needsSweep(folder))) return;
  const referenced = listReferencedFiles(changes);
  await removeTempFiles(folder);
  for (const name of await readdir(folder))
    if (sha256Schema.safeParse(name).success && !referenced.has(name)) await rm(join(folder, name));
  await syncFolder(folder);
  await rm(join(folder, marker));
  await syncFolder(folder);
}
