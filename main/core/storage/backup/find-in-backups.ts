import { basename, join } from 'node:path';
import type { DraftRow } from '../../../../shared/domain/draft/draft';
import type { GiveWay } from '../../tasks/give-way';
import type { BackedUpHistory } from '../repair/plan-repair';
import { isDraftOfRow, parseDraftFile } from '../review/draft-files';
import { verifyStoredFile } from '../vault/stored-file';
import type { BackupSet } from './backup-set';
import type { BackupFile } from './manifest';

interface FoundFile {
  /** The name of the file in its folder. */
  name: string;
  bytes: Buffer;
}

/** Finds the file with the text of a draft in the backups, the newest first. Null when none has it intact. Never rejects. */
export async function findDraftInBackups(
  set: BackupSet,
  row: DraftRow,
  giveWay: GiveWay,
): Promise<FoundFile | null> {
  for (const { name: backup } of await set.list().catch(() => [])) {
    const manifest = await set.read(backup).catch(() => null);
    const files = manifest?.articles.flatMap((article) => article.files) ?? [];
    for (const { path, sha256 } of files) {
      if (!path.startsWith(`drafts/${row.sha256}`)) continue;
      const bytes = await readContent(set, sha256);
      const draft = bytes && parseDraftFile(bytes);
      if (bytes && draft && isDraftOfRow(draft, row)) return { name: basename(path), bytes };
    }
    await giveWay();
  }
  return null;
}

/** Enough to repair a history: the version of the newest backup, and earlier ones that it did not continue. */
const maxHistories = 4;

/**
 * Reads the whole histories that the newest backup has of an article, or, where that one is damaged, an older backup. The newest
 * first; none when no backup has one. Never rejects.
 */
export async function findHistoriesInBackups(
  set: BackupSet,
  articleId: string,
  giveWay: GiveWay,
): Promise<BackedUpHistory[]> {
  for (const { name } of await set.list().catch(() => [])) {
    const manifest = await set.read(name).catch(() => null);
    const article = manifest?.articles.find(({ id }) => id === articleId);
    if (!manifest || !article) continue;
    const { isWhole, files, earlier } = article;
    const versions = [...(isWhole ? [{ takenAt: manifest.takenAt, files }] : []), ...earlier];
    const histories: BackedUpHistory[] = [];
    for (const { takenAt, files } of versions.slice(0, maxHistories)) {
      const bytes = await readBackedUpFile(set, files, 'history.jsonl');
      if (bytes) histories.push({ takenAt, bytes });
      await giveWay(bytes?.length);
    }
    if (histories.length > 0) return histories;
  }
  return [];
}

/** The bytes of a file of a backup; null when it has none, or it is missing or altered. */
async function readBackedUpFile(
  set: BackupSet,
  files: readonly BackupFile[],
  path: string,
): Promise<Buffer | null> {
  const file = files.find((one) => one.path === path);
  return file ? readContent(set, file.sha256) : null;
}

/** The bytes of a content of the pool; null when it is missing or altered. */
async function readContent(set: BackupSet, sha256: string): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  const path = join(set.pool, sha256);
  const state = await verifyStoredFile(path, sha256, (chunk) => chunks.push(Buffer.from(chunk))).catch(
    () => null,
  );
  return state === 'unchanged' ? Buffer.concat(chunks) : null;
}
