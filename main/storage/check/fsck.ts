import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StetError } from '#main/base/stet-error.ts';
import type { Log } from '#main/base/system.ts';
import type { Task } from '#main/base/tasks.ts';
import { describeChecked, describeCheckedBackups } from '#shared/contract/commands/backup-commands.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { readLibraryId } from '../access/library-id.ts';
import { LibraryLock } from '../access/library-lock.ts';
import { BackupSet, listBackupSets } from '../backup/backup-set.ts';
import { isLink, mkdtemp, removeTree, stat } from '../disk/disk.ts';
import { describeDiskError } from '../disk/disk-messages.ts';
import { isFolder } from '../disk/durable-file.ts';
import { libraryPaths } from '../disk/paths.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import { checkLibrary } from './check-library.ts';
import { type CheckReport, type Finding, isWhole } from './check-work.ts';

const kindLabels: Record<Finding['kind'], string> = {
  damage: 'Damaged',
  unchecked: 'Could not be checked',
  note: 'Note',
};

/** Formats a report as lines of plain text for a terminal. */
function formatCheckReport({ counts, findings }: CheckReport): string[] {
  const backups = describeCheckedBackups(counts);
  return [
    `Verified: ${describeChecked(counts)}.`,
    ...(backups === null ? [] : [`Verified: ${backups}.`]),
    ...findings.flatMap(formatFinding),
    '',
    summarize(findings),
  ];
}

function formatFinding({ kind, title, file, problem, remedy, repair }: Finding): string[] {
  return [
    '',
    `${kindLabels[kind]}: ${file}${title === null ? '' : ` (“${title}”)`}`,
    `  ${problem}`,
    ...(repair
      ? [`  ${repair.description} Run with --repair to do so.`]
      : remedy === null
        ? []
        : [`  ${remedy}`]),
  ];
}

function summarize(findings: readonly Finding[]): string {
  const count = (wanted: Finding['kind']) => findings.filter(({ kind }) => kind === wanted).length;
  const [damaged, unchecked] = [count('damage'), count('unchecked')];
  if (damaged === 0 && unchecked === 0) return 'The library is whole.';
  const repairable = findings.filter(({ repair }) => repair !== null).length;
  return [
    damaged > 0 && `${formatCount(damaged, 'thing is', 'things are')} damaged.`,
    unchecked > 0 && `${formatCount(unchecked, 'file')} could not be checked.`,
    repairable > 0 && `${formatCount(repairable, 'repair')} can be made.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const usage = `Checks a library and changes nothing: npm run fsck -- FOLDER

  FOLDER            the folder with the articles; Settings in Stet shows where it is
  --backups FOLDER  checks the backups of this library as well
  --repair          makes the repairs that are possible; no Stet may have the library open`;

/** Parses the command line; null when it is invalid. */
function parseFsckArguments(args: readonly string[]) {
  try {
    const options = { backups: { type: 'string' }, repair: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [folder, ...others] = positionals;
    const { backups = null, repair = false } = values;
    return folder === undefined || others.length > 0 ? null : { folder, backups, repair };
  } catch {
    return null;
  }
}

/**
 * Runs work with the lock of a library, outside the app, and releases the lock. Rejects with `readOnly` when another Stet has the
 * library open, and as the work does.
 */
async function withLibraryLock<T>(
  libraryFolder: string,
  log: Log,
  work: (lock: LibraryLock) => Promise<T>,
): Promise<T> {
  const own = await mkdtemp(join(tmpdir(), 'stet-fsck-'));
  const lock = await LibraryLock.open(libraryPaths(libraryFolder).lock, {
    log,
    now: () => new Date(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    userDataFolder: await findUserData(libraryFolder, own),
    processNumber: process.pid,
    schedule(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    onChange: () => undefined,
  });
  try {
    if (lock.refusal !== null) throw new StetError('readOnly', lock.refusal);
    return await work(lock);
  } finally {
    await lock.close();
    await removeTree(own);
  }
}

/**
 * Finds the folder with the id of the installation, which identifies a lock that a crashed Stet left on this computer. A library in
 * the usual place lies in that folder.
 */
async function findUserData(libraryFolder: string, otherwise: string): Promise<string> {
  const parent = dirname(libraryFolder);
  return stat(join(parent, 'installation.json')).then(
    () => parent,
    () => otherwise,
  );
}

/** Exit codes: everything is intact, something is damaged, something could not be checked. */
const exitCodes = { whole: 0, damage: 1, unchecked: 2 } as const;

/** A task that nobody cancels and whose progress is not shown. */
const task: Task = { signal: new AbortController().signal, reportProgress: () => undefined };

/**
 * The program behind `npm run fsck`. Calls `print` with each line of the report. Writes nothing without `--repair`. Resolves to an
 * exit code of `exitCodes`. Never rejects.
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
    // The check reports the link, which is not followed.
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
    // Without its articles, nothing in a library can be repaired, so its lock is left alone.
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
  // The list leaves out links, so a link is checked separately.
  const own = id === null ? null : new BackupSet(backupFolder, id);
  if (own && (await isLink(own.folder))) return own;
  const sets = await listBackupSets(backupFolder);
  return sets.find(({ libraryId }) => libraryId === id) ?? null;
}
