import { firstPrev, isTornLine, parseHead } from '../../review/history/history-line';
import { type BackedUpHistory, type BackedUpLine, BackupLines, type LineName } from './backup-lines';
import { DamagedRanges } from './damaged-ranges';
import { findWholeLines, type WholeLine } from './find-lines';
import { LineIndex } from './line-index';
import { type RecoveredLine, recoverLine, type SearchChange } from './recover-line';

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
  /** The lines that were taken from a backup. */
  fromBackup: BackedUpLine[];
  /** How many of them are at the end, where nothing says which line followed: there the article may have gone on otherwise. */
  unnamed: number;
  /** Whether whole lines stood in another order, or more than once. */
  isDisordered: boolean;
  /** Whole lines that are not in `parts`, because another line has their place. */
  others: number;
  /** Bytes behind the last line that are neither a line nor the beginning of one. */
  endBytes: number;
}

/** The last line that was read, and where the bytes behind it begin. */
interface KnownEnd extends LineName {
  bytes: number;
}

export interface OtherSources {
  /** The last line that the snapshot knows of; null without one. Its checksum is null in a snapshot of an earlier version. */
  snapshot: { seq: number; sha256: string | null } | null;
  backups: readonly BackedUpHistory[];
  /** Finds a damaged bit or byte, as `findFlippedBits` does. `lines` are the whole lines. */
  search(change: Parameters<SearchChange>[0], lines: readonly WholeLine[]): ReturnType<SearchChange>;
}

/**
 * Reads what is left of a history. A line that a backup has, and that the chain of checksums names, is taken from there. Rejects
 * as `search` does.
 */
export async function readDamagedHistory(
  bytes: Buffer,
  { snapshot, backups, search }: OtherSources,
): Promise<DamagedHistory> {
  const found = findWholeLines(bytes);
  const ranges = new DamagedRanges(bytes, found);
  const unique = new Map(found.map((line) => [line.content.toString('latin1'), line]));
  const index = new LineIndex([...unique.values()], snapshot?.sha256 ?? null);
  const backedUp = new BackupLines(backups);
  const snapshotEnd = snapshot && toName(snapshot.seq, snapshot.sha256);
  const parts: HistoryPart[] = [];
  const recovered: RecoveredLine[] = [];
  const fromBackup: BackedUpLine[] = [];
  let end: KnownEnd = { seq: 0, sha256: firstPrev, bytes: 0 };
  let unnamed = 0;

  const push = (line: WholeLine) => {
    index.use(line);
    parts.push({ line });
    end = { seq: line.seq, sha256: line.sha256, bytes: Math.max(end.bytes, line.end) };
  };
  const pushBackedUp = (lines: readonly BackedUpLine[], isAtEnd: boolean) => {
    for (const { line } of lines) push(line);
    fromBackup.push(...lines);
    // The damaged bytes in their place hold nothing else, unless there are more of them.
    if (isAtEnd) ranges.dropEnd(lines.reduce((sum, { line }) => sum + line.content.length + 1, 0));
  };
  const recoverNext = (next: WholeLine | undefined) => {
    const seq = end.seq + 1;
    const namedBySnapshot = snapshot?.seq === seq ? snapshot.sha256 : null;
    const position = { seq, prev: end.sha256, sha256: next?.seq === seq + 1 ? next.prev : namedBySnapshot };
    return ranges.take(end.bytes, (damaged) =>
      recoverLine(damaged, position, (change) => search(change, index.lines)),
    );
  };
  /** Lines that are known to come, by number and checksum: the one before the next whole line, and that of the snapshot. */
  const listNamed = (next: WholeLine | undefined) =>
    [
      next ? toName(next.seq - 1, next.prev) : readName(ranges.getEnd()),
      next && snapshotEnd && snapshotEnd.seq >= next.seq ? null : snapshotEnd,
    ].filter((name) => name !== null && name.seq > end.seq);

  for (;;) {
    const following = index.findFollowing(end.seq, end.sha256);
    if (following) {
      push(following);
      continue;
    }
    const next = index.findNext(end.seq + 1);
    const named = listNamed(next).flatMap((name) => name ?? []);
    const certain = named.map((name) => backedUp.findBetween(end, name)).find((lines) => lines !== null);
    if (certain) {
      pushBackedUp(certain, !next);
      continue;
    }
    const recoveredLine = await recoverNext(next);
    if (recoveredLine) {
      recovered.push(recoveredLine);
      push(recoveredLine.line);
      continue;
    }
    const behind = backedUp.findBehind(end, (next?.seq ?? Number.POSITIVE_INFINITY) - 1, named);
    if (behind.length > 0) {
      if (!next) unnamed = behind.length;
      pushBackedUp(behind, !next);
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
    fromBackup,
    unnamed,
    isDisordered:
      found.length > unique.size || found.some((line, at) => line.seq < (found[at - 1]?.seq ?? 0)),
    others: index.unusedCount,
    endBytes: isUnfinished(rest) ? 0 : rest.length,
  };
}

const toName = (seq: number, sha256: string | null): LineName | null =>
  sha256 === null ? null : { seq, sha256 };

/** The line that damaged bytes at the end say they are. */
function readName(damaged: Buffer): LineName | null {
  const head = parseHead(damaged);
  return head && { seq: head.seq, sha256: head.sha256 };
}

/** Whether the bytes behind the last line are nothing, or a line that was never finished. */
function isUnfinished(rest: Buffer): boolean {
  return !rest.includes(newline) && isTornLine(rest);
}
