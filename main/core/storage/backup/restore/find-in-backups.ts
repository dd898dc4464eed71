import { basename, join } from 'node:path';
import type { DraftRow } from '../../../../../shared/domain/draft';
import type { GiveWay } from '../../../tasks/give-way';
import { isDraftOfRow, parseDraftFile } from '../../review/draft-files';
import { verifyStoredFile } from '../../vault/stored-file';
import type { BackupSet } from '../store/backup-set';

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

/** The bytes of a content of the pool; null when it is missing or altered. */
async function readContent(set: BackupSet, sha256: string): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  const path = join(set.pool, sha256);
  const state = await verifyStoredFile(path, sha256, (chunk) => chunks.push(Buffer.from(chunk))).catch(
    () => null,
  );
  return state === 'unchanged' ? Buffer.concat(chunks) : null;
}
