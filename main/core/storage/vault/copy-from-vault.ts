import { constants } from 'node:fs';
import type { StoredFile, StoredFileState } from '../../../../shared/domain/attachment';
import type { Task } from '../../tasks/task';
import { copyFile, open, rm } from '../files/disk';
import { createTempPath } from '../files/temp-files';
import type { WriteAccess } from '../lock/write-access';
import { hasStoredFile, verifyStoredFile } from './stored-file';
import { notAttachedError } from './vault-messages';
import { moveIntoVault, type VaultWriter } from './vault-writer';

/** Clones a file: a copy whose bytes are not written. Resolves to whether that was possible. */
export type CloneFile = (from: string, to: string) => Promise<boolean>;

/** Btrfs, XFS and APFS can clone within one disk: the clone shares its blocks until one of the two is written to. */
const cloneOnDisk: CloneFile = async (from, to) => {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE | constants.COPYFILE_EXCL);
    const copy = await open(to, 'r+');
    await copy.datasync().finally(() => copy.close());
    return true;
  } catch {
    // Most disks can't. The file is copied by its bytes then, and an error of that is reported.
    return false;
  }
};

interface Target {
  /** The folder of the vault. It has to exist. */
  folder: string;
  begin(): Promise<VaultWriter>;
  access: WriteAccess;
  clone?: CloneFile;
}

/**
 * Copies a file of another vault into this one. The result is the state of the source file; only an unchanged one is added.
 * Rejects with `notSaved`, or with the signal's reason when it aborts, and then nothing is left behind.
 */
export async function copyFromVault(
  from: string,
  file: StoredFile,
  { folder, begin, access, clone = cloneOnDisk }: Target,
  { signal, reportProgress }: Task,
): Promise<StoredFileState> {
  const report = (done: number) => reportProgress(file.name, Math.min(done, file.bytes), file.bytes);
  const temp = createTempPath(folder, 'attaching');
  report(0);
  try {
    // Cloning would follow a link, so only a regular file is cloned.
    if ((await hasStoredFile(from, file.bytes)) && (await clone(from, temp))) {
      let done = 0;
      const onChunk = ({ length }: Buffer) => {
        done += length;
        report(done);
      };
      const state = await verifyStoredFile(temp, file.sha256, onChunk, signal);
      if (state === 'unchanged') await moveIntoVault(folder, temp, file.sha256, access);
      else await rm(temp, { force: true });
      return state;
    }
    await rm(temp, { force: true });
    return await copyBytes(from, file, await begin(), { signal, report });
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw signal.aborted ? error : notAttachedError(file.name, error);
  }
}

async function copyBytes(
  from: string,
  { sha256 }: StoredFile,
  writer: VaultWriter,
  { signal, report }: { signal: AbortSignal; report(done: number): void },
): Promise<StoredFileState> {
  try {
    const append = async (chunk: Buffer) => {
      await writer.append(chunk);
      report(writer.bytes);
    };
    const state = await verifyStoredFile(from, sha256, append, signal);
    if (state === 'unchanged') await writer.commit();
    else await writer.discard();
    return state;
  } catch (error) {
    await writer.discard();
    throw error;
  }
}
