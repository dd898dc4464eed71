import { join } from 'node:path';
import type { DraftRow } from '#shared/domain/base/draft.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import { findDraftInBackups } from '../backup/backup-catalog.ts';
import { isLink, readdir, rm } from '../disk/disk.ts';
import { replaceFile, writeVerified } from '../disk/durable-file.ts';
import { articleFolder, articlePaths, libraryPaths } from '../disk/paths.ts';
import { firstPrev } from '../history/history-format.ts';
import { SnapshotFile } from '../history/snapshot-file.ts';
import { verifyStoredFile } from '../vault/stored-file.ts';
import { copyIntoVault, VaultWriter } from '../vault/vault-writer.ts';
import type { CheckContext, CheckedArticle, CheckWork, Repair } from './check-work.ts';

export function rebuildSnapshot(
  { folder, sums, review }: Pick<CheckedArticle, 'folder' | 'sums'> & { review: Review },
  context: CheckContext,
): Repair {
  return {
    description: 'It can be made again from the history.',
    async run(access) {
      const platform = { ...context, access };
      const file = new SnapshotFile(articlePaths(folder).snapshot, { state: 'absent' }, 0, platform);
      await file.write({
        lastSeq: sums.length,
        lastSum: sums.at(-1) ?? firstPrev,
        // Unknown here. The next opening reads the whole history, and closing the article writes this field.
        historyEnd: null,
        review: reviewToData(review),
      });
    },
  };
}

/** Sets a cache aside. A missing cache is made again from the histories. */
export function setCacheAside(path: string, { now }: Pick<CheckContext, 'now'>): Repair {
  return {
    description: 'It can be set aside; it is made again from the histories.',
    async run(access) {
      await access.verify();
      await replaceFile(path, `${path}.damaged-${now().toISOString().replaceAll(/[:.]/g, '-')}`);
    },
  };
}

/** Offers to restore the text of a draft if a backup has it. */
export async function findDraftRepair(
  draftsFolder: string,
  row: DraftRow,
  { backups, giveWay }: Pick<CheckWork, 'backups' | 'giveWay'>,
): Promise<Repair | null> {
  const found = backups && (await findDraftInBackups(backups, row, giveWay));
  const path = found && join(draftsFolder, found.name);
  return path && !(await isLink(path)) ? restoreDraft(path, found.bytes) : null;
}

function restoreDraft(path: string, bytes: Buffer): Repair {
  return {
    description: 'It can be restored from a backup.',
    run: (access) => writeVerified(path, bytes, access),
  };
}

/** Finds an intact copy of an attached file, in a backup or in the vault of another article. */
export async function findVaultRepair(
  vault: string,
  sha256: string,
  {
    backups,
    libraryFolder,
    giveWay,
    signal,
  }: Pick<CheckWork, 'backups' | 'libraryFolder' | 'giveWay' | 'signal'>,
): Promise<Repair | null> {
  const { articles } = libraryPaths(libraryFolder);
  const ids = (await readdir(articles)).filter((name) => idSchema.safeParse(name).success);
  const vaults = ids.map((id) => articlePaths(articleFolder(libraryFolder, id)).vault);
  const candidates = [
    ...(backups ? [{ path: join(backups.pool, sha256), where: 'a backup' }] : []),
    ...vaults
      .filter((other) => other !== vault)
      .map((other) => ({ path: join(other, sha256), where: 'another article, which has the same file' })),
  ];
  for (const { path, where } of candidates)
    if ((await verifyStoredFile(path, sha256, ({ length }) => giveWay(length), signal)) === 'unchanged')
      return {
        description: `It can be copied from ${where}.`,
        async run(access) {
          const state = await copyIntoVault(path, sha256, await VaultWriter.begin(vault, access));
          if (state !== 'unchanged') throw new Error('a copy changed while it was read');
        },
      };
  return null;
}

/** Removes a damaged file from the pool, so that the next backup copies it again. */
export function removeDamagedCopy(path: string): Repair {
  return {
    description:
      'The damaged copy can be removed; the next backup copies it again if the library still has it.',
    async run(access) {
      await access.verify();
      await rm(path, { force: true });
    },
  };
}
