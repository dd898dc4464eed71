import type { CheckCounts, ShownFinding } from '../../../../shared/contract/commands/check-commands';
import type { WriteAccess } from '../lock/write-access';

/** Something that can be done about a finding, on request. */
export interface Repair {
  /** A sentence that says what it does, and from what. */
  description: string;
  /** Rejects with a `StetError` or the system's error, and then everything is as it was. */
  run(access: WriteAccess): Promise<void>;
}

/** Something that a check found. The path is inside the library, or begins with the name of the backup folder. */
export interface Finding extends Pick<ShownFinding, 'kind' | 'title' | 'file' | 'problem'> {
  /** A sentence about the way out where there is no repair; null when nothing has to be done. */
  remedy: string | null;
  repair: Repair | null;
}

export interface CheckReport {
  counts: CheckCounts;
  findings: Finding[];
}

/** Collects what a check verifies and finds. */
export class Findings {
  readonly counts: CheckCounts = {
    ...{ articles: 0, changes: 0, drafts: 0, vaultFiles: 0, vaultBytes: 0 },
    ...{ backups: 0, backupFiles: 0, backupBytes: 0 },
  };
  readonly list: Finding[] = [];

  add(finding: Omit<Finding, 'remedy' | 'repair'> & Partial<Finding>): void {
    this.list.push({ remedy: null, repair: null, ...finding });
  }
}

/** Whether everything that was read is as it was written, and everything could be read. */
export function isWhole({ findings }: CheckReport): boolean {
  return findings.every(({ kind }) => kind === 'note');
}
