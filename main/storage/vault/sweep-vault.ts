import { dirname, join } from 'node:path';
import { getErrorCode } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { getKeptOriginal, originSchema } from '#shared/domain/base/draft.ts';
import type { Change, Edit } from '#shared/domain/review/change.ts';
import { readdir, removeTree, rm, stat } from '../disk/disk.ts';
import {
  createFolder,
  createPrivateFile,
  removeTempFiles,
  replaceFile,
  syncFolder,
} from '../disk/durable-file.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import { listContentNames } from './stored-file.ts';

/** Name of the marker file of a vault that was written to since its last sweep. */
const vaultMarker = 'unswept';

/** Marks the vault before a file is added to it. Resolves once the mark would survive a power cut. */
export async function markUnswept(folder: string): Promise<void> {
  // Empty, so that it is complete once it exists. A temporary file beside it could be left behind in an unmarked vault.
  const created = await createPrivateFile(join(folder, vaultMarker)).catch((error) => {
    if (getErrorCode(error) !== 'EEXIST') throw error;
    return null;
  });
  await created?.close();
  await syncFolder(folder);
}

/** Whether the vault was written to since its last sweep. */
export async function needsSweep(folder: string): Promise<boolean> {
  return stat(join(folder, vaultMarker)).then(
    () => true,
    () => false,
  );
}

/** The SHA-256 of each file of the vault that an edit references. */
function getReferences(edit: Edit): unknown[] {
  if (edit.table === 'drafts') {
    return listRows(edit).flatMap((row) => {
      const { success, data } = originSchema.safeParse(row.origin);
      return (success && getKeptOriginal(data)?.sha256) || [];
    });
  }
  if (edit.table !== 'attachments') return [];
  return listRows(edit).map(({ sha256 }) => sha256);
}

/** The row that an edit creates or deletes, or both sides of an update. */
function listRows(edit: Edit): Record<string, unknown>[] {
  if ('create' in edit) return [edit.create];
  return 'delete' in edit ? [edit.delete] : [edit.update.before, edit.update.after];
}

/** The SHA-256 of every file that any change of a history references: undo and redo need them, too. */
export function listReferencedFiles(changes: readonly Change[]): Set<unknown> {
  return new Set(changes.flatMap(({ edits }) => edits.flatMap(getReferences)));
}

const bin = 'swept';
const dayName = /^\d{4}-\d{2}-\d{2}$/;
/** How long swept files are kept, in milliseconds: 30 days. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

export interface SweepContext extends Pick<System, 'now'> {
  access: WriteAccess;
}

/**
 * Moves the files of a vault that no change references to its bin, and removes temporary files and what has been in the bin
 * for 30 days. Files that are not Stet's stay. Does nothing when the vault was not written to since the last sweep, or when the folder
 * keeps a damaged history, whose lines may reference files. Nothing else may use the vault meanwhile. Rejects with the system's
 * error or as `WriteAccess.verify`, and then the vault is swept again the next time.
 */
export async function sweepVault(
  folder: string,
  changes: readonly Change[],
  { now, access }: SweepContext,
): Promise<void> {
  if (!(await needsSweep(folder)) || (await hasDamagedHistory(dirname(folder)))) return;
  await access.verify();
  await removeTempFiles(folder);
  const referenced = listReferencedFiles(changes);
  const unreferenced = (await listContentNames(folder)).filter((name) => !referenced.has(name));
  if (unreferenced.length > 0) {
    const today = join(folder, bin, now().toISOString().slice(0, 10));
    await createFolder(today);
    for (const name of unreferenced) await replaceFile(join(folder, name), join(today, name));
    await syncFolder(today);
  }
  await emptyBin(join(folder, bin), now());
  await syncFolder(folder);
  await rm(join(folder, vaultMarker));
  await syncFolder(folder);
}

/** Whether a repair has kept a damaged history in the folder of an article. */
async function hasDamagedHistory(folder: string): Promise<boolean> {
  return (await readdir(folder)).some((name) => name.startsWith('history.jsonl.damaged-'));
}

/** Removes old days from a bin. A day in the future was written under a wrong clock and stays. */
async function emptyBin(folder: string, now: Date): Promise<void> {
  const days = await readdir(folder).catch(() => []);
  for (const day of days.filter((name) => dayName.test(name)))
    if (now.getTime() - Date.parse(day) > keptMs) await removeTree(join(folder, day));
}
