import type { Change, Edit } from '../../../../shared/domain/history/change';
import { formatHistoryLine } from '../review/history/history-line';

/** Who repairs, when, and where new ids come from. */
export interface RepairStamp {
  newId(): string;
  /** The current time, as `timestampSchema` requires it. */
  at: string;
  /** The reviewer's name; null when it is not known. */
  by: string | null;
}

interface StandIn {
  seq: number;
  prev: string;
  edits: Edit[];
  repair: NonNullable<Change['repair']>;
}

/** Makes the line that takes the place of a lost one. `sha256` is what the next line is chained to. */
export function makeStandIn(
  { seq, prev, edits, repair }: StandIn,
  { newId, at, by }: RepairStamp,
): { content: Buffer; sha256: string } {
  const change: Change = {
    ...{ needs: 2, id: newId(), at, by, action: 'history.repair' },
    ...{ edits, undoes: null, repair },
  };
  const { line, sha256 } = formatHistoryLine(seq, prev, change);
  return { content: Buffer.from(line), sha256: repair.standsFor ?? sha256 };
}
