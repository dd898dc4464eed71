import { constants } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFile, KeptState } from '../../../../shared/domain/attachment';
import type { Task } from '../../tasks/tasks';
import { halfWritten, replace, syncFolder } from '../files/durable-file';
import { standsThere, stateOf } from './check-file';
import { notTaken } from './vault-messages';
import type { VaultWriter } from './vault-writer';

/** Makes a copy without writing its bytes; whether that was possible. */
export type Clone = (from: string, to: string) => Promise<boolean>;

/** Btrfs, XFS and APFS can, on one disk: the copy shares its blocks until one of the two is written to. */
const cloneOnDisk: Clone = async (from, to) => {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL);
    const copy = await open(to, 'r+');
    await copy.datasync().finally(() => copy.close());
    return true;
  } catch {
    return false;
  }
};

interface Target {
  /** The folder of the vault; it has to be there. */
  folder: string;
  begin(): Promise<VaultWriter>;
  clone?: Clone;
}

/**
 * Copies a file of another vault into this folder. Only what has its sum is taken; else says what became of it. Rejects with
 * `notSaved`, or with the signal's reason when it aborts, and then nothing is left behind.
 */
export async function adoptFile(
  from: string,
  file: KeptFile,
  { folder, begin, clone = cloneOnDisk }: Target,
  { signal, progress }: Task,
): Promise<KeptState> {
  const tell = (done: number) => progress(file.name, Math.min(done, file.bytes), file.bytes);
  const half = halfWritten(folder, 'attaching');
  tell(0);
  try {
    // What is no file is never followed.
    if ((await standsThere(from, file.bytes)) && (await clone(from, half))) {
      const state = await stateOf(half, file.sha256, counting(tell), signal);
      if (state === 'unchanged') await replace(half, join(folder, file.sha256));
      await rm(half, { force: true });
      await syncFolder(folder);
      return state;
    }
    await rm(half, { force: true });
    return await copyPieces(from, file, await begin(), { signal, tell });
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw signal.aborted ? error : notTaken(file.name, error);
  }
}

/** Told of pieces, tells how many bytes they are together. */
function counting(tell: (done: number) => void): (piece: Buffer) => void {
  let done = 0;
  return ({ length }) => {
    done += length;
    tell(done);
  };
}

async function copyPieces(
  from: string,
  { sha256 }: KeptFile,
  writer: VaultWriter,
  { signal, tell }: { signal: AbortSignal; tell(done: number): void },
): Promise<KeptState> {
  try {
    const append = async (piece: Buffer) => {
      await writer.append(piece);
      tell(writer.bytes);
    };
    const state = await stateOf(from, sha256, append, signal);
    if (state === 'unchanged') await writer.commit();
    else await writer.discard();
    return state;
  } catch (error) {
    await writer.discard();
    throw error;
  }
}
