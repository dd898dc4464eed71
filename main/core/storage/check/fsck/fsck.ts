import { resolve } from 'node:path';
import { StetError } from '../../../errors/stet-error';
import type { Log } from '../../../platform';
import type { Task } from '../../../tasks/task';
import { BackupSet, listBackupSets } from '../../backup/store/backup-set';
import { isLink, stat } from '../../files/disk';
import { describeDiskError } from '../../files/disk-messages';
import { readLibraryId } from '../../library/library-id';
import type { WriteAccess } from '../../lock/write-access';
import { libraryPaths } from '../../paths';
import { checkLibrary } from '../check-library';
import { type CheckReport, isWhole } from '../findings';
import { formatCheckReport } from './format-check-report';
import { parseFsckArguments, usage } from './fsck-arguments';
import { withLibraryLock } from './lock-for-repair';

/** Exit codes: everything is whole, something is damaged, something could not be checked. */
const exitCodes = { whole: 0, damage: 1, unchecked: 2 } as const;

/** Unattended: nobody cancels it, and progress is not printed. */
const task: Task = { signal: new AbortController().signal, reportProgress: () => undefined };

/**
 * The program behind `npm run fsck`. `print` gets the report line by line. Writes nothing without `--repair`. Resolves to the exit
 * code: 0 when everything is whole, 1 when something is damaged, 2 when something could not be checked. Never rejects.
 */
export async function runFsck(args: readonly string[], print: (line: string) => void): Promise<number> {
  const parsed = parseFsckArguments(args);
  if (!parsed) {
    print(usage);
    return exitCodes.unchecked;
  }
  const libraryFolder = resolve(parsed.folder);
  const log: Log = { error: (message) => print(message) };
  try {
    const { articles } = libraryPaths(libraryFolder);
    // The check says that a link is not followed.
    const isLinked = await isLink(articles);
    if (!isLinked && !(await isFolder(articles))) {
      print(`${libraryFolder} is not a library: it has no folder “articles”.`);
      return exitCodes.unchecked;
    }
    const backups = parsed.backups === null ? null : await findSet(resolve(parsed.backups), libraryFolder);
    if (parsed.backups !== null && !backups) {
      print(`${resolve(parsed.backups)} has no backups of this library.`);
      return exitCodes.unchecked;
    }
    const context = { libraryFolder, backups, log, now: () => new Date() };
    const check = () => checkLibrary(context, task);
    const printReport = (report: CheckReport) => {
      for (const line of formatCheckReport(report)) print(line);
    };
    // Without its articles, nothing in a library is repaired, and its lock is left alone.
    if (!parsed.repair || isLinked) {
      const report = await check();
      printReport(report);
      return toExitCode(report);
    }
    return await withLibraryLock(libraryFolder, log, async (lock) => {
      const before = await check();
      printReport(before);
      if (!before.findings.some(({ repair }) => repair)) return toExitCode(before);
      await repairAll(before, lock, print);
      print('');
      print('After the repairs:');
      const after = await check();
      printReport(after);
      return toExitCode(after);
    });
  } catch (error) {
    const why = error instanceof StetError ? error.message : `${describeDiskError(error).why}.`;
    print(`The library can’t be checked: ${why}`);
    return exitCodes.unchecked;
  }
}

async function repairAll(
  { findings }: CheckReport,
  access: WriteAccess,
  print: (line: string) => void,
): Promise<void> {
  print('');
  for (const { file, repair } of findings) {
    if (!repair) continue;
    const failure = await repair.run(access).then(
      () => null,
      (error) => describeDiskError(error).why,
    );
    print(failure === null ? `Repaired: ${file}` : `Not repaired: ${file}: ${failure}.`);
  }
}

function toExitCode(report: CheckReport): number {
  if (isWhole(report)) return exitCodes.whole;
  const isDamaged = report.findings.some(({ kind }) => kind === 'damage');
  return isDamaged ? exitCodes.damage : exitCodes.unchecked;
}

async function findSet(backupFolder: string, libraryFolder: string): Promise<BackupSet | null> {
  const id = await readLibraryId(libraryFolder);
  // A link is not listed, and has to be named.
  const own = id === null ? null : new BackupSet(backupFolder, id);
  if (own && (await isLink(own.folder))) return own;
  const sets = await listBackupSets(backupFolder);
  return sets.find(({ libraryId }) => libraryId === id) ?? null;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
