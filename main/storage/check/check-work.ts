import { getErrorCode } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import type { GiveWay } from '#main/base/tasks.ts';
import type { CheckCounts, ShownFinding } from '#shared/contract/commands/backup-commands.ts';
import type { Change } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { BackupSet } from '../backup/backup-set.ts';
import { decodeChecksummed, type JsonFileFormat, parseJsonFile } from '../disk/checksummed-json.ts';
import { LinkError, readFile } from '../disk/disk.ts';
import { describeReadFailure } from '../disk/disk-messages.ts';
import type { WriteAccess } from '../disk/write-access.ts';

/** A repair of a finding, which runs on request. */
export interface Repair {
  /** A sentence that describes what it does and where the data come from. */
  description: string;
  /** Rejects with a `StetError` or the system's error, and then everything is as it was. */
  run(access: WriteAccess): Promise<void>;
}

/** A finding of a check. The path is relative to the library, or begins with the name of the backup folder. */
export interface Finding extends Pick<ShownFinding, 'kind' | 'title' | 'file' | 'problem'> {
  /** A sentence that advises the reviewer if there is no repair; null when nothing has to be done. */
  remedy: string | null;
  repair: Repair | null;
}

export interface CheckReport {
  counts: CheckCounts;
  findings: Finding[];
}

export type Where = Pick<Finding, 'title' | 'file'>;

type Way = Partial<Pick<Finding, 'remedy' | 'repair'>>;

export class Findings {
  readonly counts: CheckCounts = {
    articles: 0,
    changes: 0,
    drafts: 0,
    vaultFiles: 0,
    vaultBytes: 0,
    backups: 0,
    backupFiles: 0,
    backupBytes: 0,
  };
  readonly list: Finding[] = [];

  damage(where: Where, problem: string, way: Way = {}): void {
    this.#add('damage', where, problem, way);
  }

  unchecked(where: Where, problem: string, way: Way = {}): void {
    this.#add('unchecked', where, problem, way);
  }

  note(where: Where, problem: string, way: Way = {}): void {
    this.#add('note', where, problem, way);
  }

  #add(kind: Finding['kind'], { title, file }: Where, problem: string, way: Way): void {
    this.list.push({ kind, title, file, problem, remedy: null, repair: null, ...way });
  }
}

/** Whether everything could be read and was intact. */
export function isWhole({ findings }: CheckReport): boolean {
  return findings.every(({ kind }) => kind === 'note');
}

export interface CheckContext extends Pick<System, 'libraryFolder' | 'now' | 'log'> {
  /** The backups of this library, which are checked and used for repairs; null when there are none. */
  backups: BackupSet | null;
}

export interface CheckWork extends CheckContext {
  /** Refuses all writes, because a check writes nothing. */
  access: WriteAccess;
  found: Findings;
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Called with the number of bytes that were read. `name` is shown with the progress. */
  onBytes(name: string, bytes: number): void;
}

/** The part of an article that a check could read. */
export interface CheckedArticle {
  id: string;
  folder: string;
  title: string;
  /** Null when the history can't be read at all. */
  changes: readonly Change[] | null;
  /** The checksum of the line of each change. */
  sums: readonly string[];
  /** Size of the history in bytes; null when it can't be read. */
  historyBytes: number | null;
  /** Whether every line is intact, and every change fits the earlier ones. */
  isWhole: boolean;
  /** The review after the last change that could be applied. */
  review: Review | null;
}

/**
 * Reads the bytes of a JSON file. If its checksum is wrong, adds a finding and returns null. A missing file or a link gives null
 * without a finding.
 */
export async function readFileForCheck(
  path: string,
  where: Where,
  { found, onBytes }: Pick<CheckWork, 'found' | 'onBytes'>,
  way: Way = {},
): Promise<Buffer | null> {
  try {
    const bytes = await readFile(path);
    onBytes(where.title ?? '', bytes.length);
    const decoded = decodeChecksummed(bytes);
    if (decoded.ok) return bytes;
    found.damage(where, `The file is damaged: ${decoded.reason}.`, way);
  } catch (error) {
    // Another check reports links.
    if (error instanceof LinkError || getErrorCode(error) === 'ENOENT') return null;
    found.unchecked(where, `The file can’t be read: ${describeReadFailure(error)}.`);
  }
  return null;
}

/** As `readFileForCheck`, and parses the data by the format. */
export async function readStoreForCheck<T>(
  path: string,
  format: JsonFileFormat<T>,
  where: Where,
  work: Pick<CheckWork, 'found' | 'onBytes'>,
  way: Way,
): Promise<T | null> {
  const bytes = await readFileForCheck(path, where, work, way);
  const parsed = bytes && parseJsonFile(bytes, format);
  if (parsed?.state === 'newer') work.found.unchecked(where, 'The file was written by a newer Stet.');
  if (parsed?.state === 'damaged') work.found.damage(where, `The file is damaged: ${parsed.reason}.`, way);
  return parsed?.state === 'read' ? parsed.data : null;
}
