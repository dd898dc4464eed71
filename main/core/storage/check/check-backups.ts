import { basename, join } from 'node:path';
import { sha256Schema } from '../../../../shared/domain/primitives';
import type { BackupSet } from '../backup/backup-set';
import { listContents, type ManifestName, manifestFormat } from '../backup/manifest';
import { ContentVerifier } from '../backup/verify-contents';
import { isLink, readdir, readFile } from '../files/disk';
import { describeReadFailure } from '../files/disk-messages';
import { parseJsonFile } from '../files/json-file-format';
import type { CheckWork } from './check-work';
import { removeDamagedCopy } from './repairs';

/** Checks the lists of all backups, and that every content that they name is in the pool and as it was written. */
export async function checkBackups(set: BackupSet, work: CheckWork): Promise<void> {
  const { found } = work;
  let names: ManifestName[];
  try {
    names = await set.list();
  } catch (error) {
    const problem = `The backups can’t be read: ${describeReadFailure(error)}.`;
    found.add({ kind: 'unchecked', title: null, file: basename(set.folder), problem });
    return;
  }
  /** The contents that the backups need, with the number of backups that need each. */
  const needed = new Map<string, number>();
  for (const { name } of names) {
    found.counts.backups += 1;
    for (const piece of await listNeeded(set, name, work)) needed.set(piece, (needed.get(piece) ?? 0) + 1);
    await work.giveWay();
  }
  await checkPool(set, needed, work);
}

/** The contents that a backup names; none when its list can't be used, after a finding was added. */
async function listNeeded(set: BackupSet, name: string, { found, onBytes }: CheckWork): Promise<Set<string>> {
  const file = `${basename(set.folder)}/backups/${name}`;
  try {
    const bytes = await readFile(join(set.manifests, name));
    onBytes('', bytes.length);
    const parsed = parseJsonFile(bytes, manifestFormat);
    if (parsed.state === 'read') return new Set(listContents(parsed.data));
    if (parsed.state === 'newer')
      found.add({ kind: 'unchecked', title: null, file, problem: 'This backup was made by a newer Stet.' });
    else
      found.add({
        kind: 'damage' as const,
        title: null,
        file,
        problem: `The list of this backup is damaged: ${parsed.reason}.`,
        remedy: 'The other backups are not touched by it. Back up now to have another one.',
      });
  } catch (error) {
    const problem = `The file can’t be read: ${describeReadFailure(error)}.`;
    found.add({ kind: 'unchecked', title: null, file, problem });
  }
  return new Set();
}

async function checkPool(
  set: BackupSet,
  needed: ReadonlyMap<string, number>,
  { found, giveWay, signal, onBytes, now }: CheckWork,
): Promise<void> {
  const stored = (await readdir(set.pool).catch(() => [])).filter(
    (name) => sha256Schema.safeParse(name).success,
  );
  const names = new Set([...stored, ...needed.keys()]);
  const work = { giveWay, signal, onBytes: (bytes: number) => onBytes('', bytes) };
  for await (const { sha256: name, state, bytes } of new ContentVerifier({ now }).verify(
    set.pool,
    names,
    work,
  )) {
    if (state === 'unchanged') {
      found.counts.backupFiles += 1;
      found.counts.backupBytes += bytes;
      continue;
    }
    const path = join(set.pool, name);
    const count = needed.get(name) ?? 0;
    const where = { title: null, file: `${basename(set.folder)}/files/${name}` };
    const users = count === 1 ? 'one backup needs' : `${count} backups need`;
    found.add({
      kind: count === 0 ? ('note' as const) : ('damage' as const),
      ...where,
      problem: `A content that ${users} is ${state === 'missing' ? 'missing' : 'damaged'}.`,
      remedy: 'Back up now: the library still has most contents, and they are copied again.',
      repair: state === 'altered' && !(await isLink(path)) ? removeDamagedCopy(path) : null,
    });
  }
}
