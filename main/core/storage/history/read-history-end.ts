import type { FileHandle } from 'node:fs/promises';
import type { UndoDepths } from '../../../../shared/domain/history/undo-stacks';
import { open } from '../files/disk';
import type { Snapshot } from '../review/snapshot-file';
import { parseHead } from './history-line';
import { type HistoryContent, type HistoryEnd, parseHistory } from './read-history';

/**
 * Shorter histories are read as a whole before the article is shown, in bytes. That takes less than 50 ms, so an article that
 * is damaged says so at once, and no thread has to start.
 */
export const minEndBytes = 1_000_000;

/** How many bytes are read at first to find where a line begins. */
const firstReadBytes = 64 * 1024;

const newline = 0x0a;

/** The fields of a snapshot that name the last line that it holds. */
type SnapshotLine = Pick<Snapshot, 'lastSeq' | 'lastSum' | 'historyEnd'>;

/** The end of a history: the last line that a snapshot holds, and those behind it. */
export interface HistoryTail extends HistoryContent {
  problem: null;
  /** The line before, as the first line that was read names it. */
  start: HistoryEnd;
  /** The bytes of the lines that were read. */
  content: Buffer;
  /** The bytes of the lines before, being read. Rejects with the system's error, or when the file has become shorter. */
  earlier: Promise<Buffer>;
  /** How many changes could be undone and redone after the first of the lines, as the snapshot says. */
  depths: UndoDepths;
}

/**
 * Reads the end of a long history: the last line that a snapshot holds, and what follows. These lines are verified as always,
 * and the first must have the sum that the snapshot names. Null when the end does not fit the snapshot, or when anything else is
 * unusual: the whole history has to be read then, which finds out what it is. Never rejects.
 */
export async function readHistoryEnd(path: string, snapshot: SnapshotLine): Promise<HistoryTail | null> {
  const handle = await open(path, 'r').catch(() => null);
  const tail = handle && (await readTail(handle, snapshot).catch(() => null));
  if (!handle || !tail) {
    await handle?.close().catch(() => undefined);
    return null;
  }
  // Through the same handle: another file at the path would not be the one whose end was read.
  const earlier = readFully(handle, 0, tail.start.bytes).finally(() => handle.close());
  // Whoever needs the bytes awaits them later. Until then nobody would have caught the error.
  earlier.catch(() => undefined);
  return { ...tail, earlier };
}

async function readTail(
  handle: FileHandle,
  { lastSeq, lastSum, historyEnd }: SnapshotLine,
): Promise<Omit<HistoryTail, 'earlier'> | null> {
  const { size } = await handle.stat();
  if (!historyEnd || size < minEndBytes || historyEnd.bytes > size) return null;
  const found = await readFromLastLine(handle, historyEnd.bytes, size);
  const head = found && parseHead(found.content);
  if (!found || head?.seq !== lastSeq || lastSeq === 1) return null;
  const { changes, sums, end, problem } = parseHistory(found.content, {
    seq: lastSeq - 1,
    sha256: head.prev,
    bytes: 0,
  });
  if (problem || sums[0] !== lastSum) return null;
  return {
    changes,
    sums,
    problem: null,
    depths: { undoable: historyEnd.undoable, redoable: historyEnd.redoable },
    start: { seq: lastSeq - 1, sha256: head.prev, bytes: found.start },
    end: { ...end, bytes: found.start + end.bytes },
    content: found.content.subarray(0, end.bytes),
  };
}

/** The bytes from the line that ends at `lineEnd` to the end of the file; null when no line ends there. */
async function readFromLastLine(
  handle: FileHandle,
  lineEnd: number,
  size: number,
): Promise<{ content: Buffer; start: number } | null> {
  for (let before = firstReadBytes; ; before *= 2) {
    const position = Math.max(0, lineEnd - before);
    const bytes = await readFully(handle, position, size - position);
    const last = lineEnd - position - 1;
    if (bytes[last] !== newline) return null;
    const newlineBefore = bytes.lastIndexOf(newline, last - 1);
    if (newlineBefore !== -1 || position === 0)
      return { content: bytes.subarray(newlineBefore + 1), start: position + newlineBefore + 1 };
  }
}

/** Reads `length` bytes. Rejects with the system's error, or when the file ends before. */
async function readFully(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) throw new Error('a history became shorter while it was read');
    filled += bytesRead;
  }
  return bytes;
}
