import { join } from 'node:path';
import type { Change } from '../../../../shared/domain/history/change';
import { sha256Schema } from '../../../../shared/domain/primitives';
import { isLink, lstat, readdir } from '../files/disk';
import { articlePaths } from '../paths';
import { verifyStoredFile } from '../vault/stored-file';
import { listReferencedFiles } from '../vault/sweep-vault';
import type { CheckedArticle, CheckWork } from './check-work';
import { findVaultRepair } from './repairs';

/** Checks that every file in the vault is what its name says, and that none is missing that the history references. */
export async function checkVault(
  { id, folder, title, isWhole }: Pick<CheckedArticle, 'id' | 'folder' | 'title' | 'isWhole'>,
  changes: readonly Change[],
  { found, giveWay, signal, onBytes, ...work }: CheckWork,
): Promise<void> {
  const { vault } = articlePaths(folder);
  // A link is named by `check-links.ts`.
  if (await isLink(vault)) return;
  const referenced = listReferencedFiles(changes);
  const stored = (await readdir(vault).catch(() => [])).filter(
    (name) => sha256Schema.safeParse(name).success,
  );
  const names = new Set([...stored, ...referenced].filter((name) => typeof name === 'string'));
  for (const name of names) {
    const path = join(vault, name);
    if (await isLink(path)) continue;
    const onChunk = async ({ length }: Buffer) => {
      onBytes(title, length);
      await giveWay(length);
    };
    const state = await verifyStoredFile(path, name, onChunk, signal);
    if (state === 'unchanged') {
      found.counts.vaultFiles += 1;
      found.counts.vaultBytes += (await lstat(path)).size;
      continue;
    }
    const file = `articles/${id}/vault/${name}`;
    const what = state === 'missing' ? 'is missing' : 'is not the file that was attached: it was altered';
    if (referenced.has(name))
      found.add({
        ...{ kind: 'damage' as const, title, file },
        problem: `An attached file ${what}.`,
        repair: await findVaultRepair(vault, name, { ...work, giveWay, signal }),
        remedy: 'Attach the original again.',
      });
    else
      found.add({
        ...{ kind: isWhole ? ('note' as const) : ('damage' as const), title, file },
        problem: `A stored file that nothing references ${what}.`,
      });
  }
}
