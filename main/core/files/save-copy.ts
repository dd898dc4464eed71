import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoredFile } from '../../../shared/domain/attachment';
import { StetError } from '../errors/stet-error';
import { replaceFile } from '../storage/files/durable-file';
import { createTempPath } from '../storage/files/temp-files';
import type { Vault } from '../storage/vault/vault';
import { notCopiedError } from '../storage/vault/vault-messages';

/**
 * Saves a copy of a file of the vault at an absolute path, whole or not at all; a file there is replaced. Rejects with `damaged`,
 * `missing` or `notSaved`.
 */
export async function saveCopy(vault: Vault, file: StoredFile, path: string): Promise<void> {
  const temp = createTempPath(dirname(path), 'writing');
  try {
    // Whoever may read new files in the chosen folder may read the copy, and the reviewer may edit it.
    await vault.copyTo(file, temp, () => undefined, { mode: 0o666, explain: notCopiedError });
    await replaceFile(temp, path);
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw error instanceof StetError ? error : notCopiedError(file.name, error);
  }
}
