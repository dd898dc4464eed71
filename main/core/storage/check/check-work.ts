import type { Change } from '../../../../shared/domain/history/change';
import type { Review } from '../../../../shared/domain/review/review';
import type { Platform } from '../../platform';
import type { GiveWay } from '../../tasks/give-way';
import type { BackupSet } from '../backup/store/backup-set';
import type { WriteAccess } from '../lock/write-access';
import type { Findings } from './findings';

export interface CheckContext extends Pick<Platform, 'libraryFolder' | 'now' | 'log'> {
  /** The backups of this library, which are checked and help to repair; null when there are none. */
  backups: BackupSet | null;
}

/** Shared by the parts of a check. */
export interface CheckWork extends CheckContext {
  /** Refuses everything: a check writes nothing. */
  access: WriteAccess;
  found: Findings;
  giveWay: GiveWay;
  signal: AbortSignal;
  /** Counts bytes that were read. `name` is shown with the progress. */
  onBytes(name: string, bytes: number): void;
}

/** An article, as far as a check could read it. */
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
  /** Whether every line is intact, and every change fits the ones before. */
  isWhole: boolean;
  /** The review after the last change that could be applied. */
  review: Review | null;
}
