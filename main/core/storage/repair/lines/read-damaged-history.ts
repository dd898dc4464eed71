import { firstPrev, isTornLine } from '../../review/history/history-line';
import { DamagedRanges } from './damaged-ranges';
import { findWholeLines, type WholeLine } from './find-lines';
import { LineIndex } from './line-index';
import { type RecoveredLine, recoverLine } from './recover-line';

const newline = 0x0a;

/** Lines that are lost. */
export interface LostLines {
  firstSeq: number;
  lastSeq: number;
  /** The checksum of the last of them, by which the next line names it; null when nothing names it. */
  sha256: string | null;
}

export type HistoryPart = { line: WholeLine } | { lost: LostLines };

export interface DamagedHistory {
  /** The lines in the order of their numbers, with the ranges of lost ones between them. None follows another than it names. */
  parts: HistoryPart[];
  recovered: RecoveredLine[];
  /** Whether whole lines stood in another order, or more than once. */
  isDisordered: boolean;
  /** Whole lines that are not in `parts`, because another line has their place. */
  others: number;
  /** Bytes behind the last line that are neither a line nor the beginning of one. */
  endBytes: number;
}

/** The last line that was read, and where the bytes behind it begin. */
interface KnownEnd {
  seq: number;
  sha256: string;
  bytes: number;
}

/** Reads what is left of a history. `snapshot` is the last line that the snapshot knows of. */
export function readDamagedHistory(
  bytes: Buffer,
  snapshot: { seq: number; sha256: string | null } | null,
  rankBytes: (change: Buffer, lines: readonly WholeLine[]) => readonly (readonly number[])[],
): DamagedHistory {
  const found = findWholeLines(bytes);
  const ranges = new DamagedRanges(bytes, found);
  const unique = new Map(found.map((line) => [line.content.toString('latin1'), line]));
  const index = new LineIndex([...unique.values()], snapshot?.sha256 ?? null);
  const parts: HistoryPart[] = [];
  const recovered: RecoveredLine[] = [];
  let end: KnownEnd = { seq: 0, sha256: firstPrev, bytes: 0 };

  const push = (line: WholeLine) => {
    index.use(line);
    parts.push({ line });
    end = { seq: line.seq, sha256: line.sha256, bytes: Math.max(end.bytes, line.end) };
  };
  const recoverNext = (next: WholeLine | undefined): RecoveredLine | null => {
    const seq = end.seq + 1;
    const namedBySnapshot = snapshot?.seq === seq ? snapshot.sha256 : null;
    const position = { seq, prev: end.sha256, sha256: next?.seq === seq + 1 ? next.prev : namedBySnapshot };
    return ranges.take(end.bytes, (damaged) =>
      recoverLine(damaged, position, (change) => rankBytes(change, index.lines)),
    );
  };

  for (;;) {
    const following = index.findFollowing(end.seq, end.sha256);
    if (following) {
      push(following);
      continue;
    }
    const next = index.findNext(end.seq + 1);
    const recoveredLine = recoverNext(next);
    if (recoveredLine) {
      recovered.push(recoveredLine);
      push(recoveredLine.line);
      continue;
    }
    if (!next) break;
    parts.push({ lost: { firstSeq: end.seq + 1, lastSeq: next.seq - 1, sha256: next.prev } });
    push(next);
  }
  const rest = ranges.getEnd();
  return {
    parts,
    recovered,
    isDisordered:
      found.length > unique.size || found.some((line, at) => line.seq < (found[at - 1]?.seq ?? 0)),
    others: index.unusedCount,
    endBytes: isUnfinished(rest) ? 0 : rest.length,
  };
}

/** Whether the bytes behind the last line are nothing, or a line that was never finished. */
function isUnfinished(rest: Buffer): boolean {
  return !rest.includes(newline) && isTornLine(rest);
}
