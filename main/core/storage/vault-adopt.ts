import { link, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFile, KeptState } from '../../../shared/domain/attachment';
import { systemCode } from './disk-words';
import { replace, syncFolder } from './durable-file';
import { stateOf } from './vault-check';
import { notTaken } from './vault-words';
import { halfTaken, type VaultWriter } from './vault-writer';

/** A disk that can't give a file a second name, or not this one. */
const noSecondName = /^(EPERM|EACCES|EXDEV|EMLINK|ENOTSUP|EOPNOTSUPP|ENOSYS|EINVAL|EISDIR)$/;

/**
 * Puts a file of another vault into this folder: by a second name where the disk knows such, else as a copy. Only what has
 * its sum is taken; else says what became of it. Rejects with `notSaved`, and then nothing is left behind.
 */
export async function adoptFile(
  from: string,
  file: KeptFile,
  folder: string,
  begin: () => Promise<VaultWriter>,
): Promise<KeptState> {
  const half = halfTaken(folder);
  try {
    const linked = await linkTo(from, half);
    if (linked === 'missing') return 'missing';
    if (linked === 'impossible') return await copyFile(from, file, await begin());
    const state = await stateOf(half, file.sha256);
    if (state === 'unchanged') await replace(half, join(folder, file.sha256));
    // A rename does nothing when both are names of the same file.
    await rm(half, { force: true });
    await syncFolder(folder);
    return state;
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw notTaken(file.name, error);
  }
}

async function linkTo(from: string, to: string): Promise<'linked' | 'missing' | 'impossible'> {
  try {
    await link(from, to);
    return 'linked';
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    if (noSecondName.test(code)) return 'impossible';
    throw error;
  }
}

async function copyFile(from: string, { sha256 }: KeptFile, writer: VaultWriter): Promise<KeptState> {
  try {
    const state = await stateOf(from, sha256, (piece) => writer.append(piece));
    if (state === 'unchanged') await writer.commit();
    else await writer.discard();
    return state;
  } catch (error) {
    await writer.discard();
    throw error;
  }
}
