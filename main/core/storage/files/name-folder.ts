import { dirname } from 'node:path';
import { getErrorCode } from '../../errors/error-code';
import { rename } from './disk';
import { syncFolder } from './durable-file';

/** Gives a folder its name, or the name with a number when that is taken. Resolves to its path. Rejects with the system's error. */
export async function nameFolder(made: string, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const folder = number === 1 ? wanted : `${wanted} (${number})`;
    try {
      await rename(made, folder);
      await syncFolder(dirname(folder));
      return folder;
    } catch (error) {
      if (!/^(EEXIST|ENOTEMPTY|EPERM|ENOTDIR)$/.test(getErrorCode(error) ?? '') || number > 99) throw error;
    }
  }
}
