import type { FileHandle } from 'node:fs/promises';
import type { Change } from '#shared/domain/review/change.ts';
import type { UndoDepths } from '#shared/domain/review/undo-stacks.ts';
import { open } from '../disk/disk.ts';
import {
  emptyHistory,
  findArticleId,
  type HistoryContent,
  type HistoryEnd,
  type LineName,
  newline,
  parseHead,
  parseHistory,
} from './history-format.ts';
import type { Snapshot } from './snapshot-file.ts';

/**
 * Shorter histories, in bytes, are read as a whole before the article is shown. That takes less than 50 ms, reports damage at once,
 * and needs no worker.
 */
export const minEndBytes = 1_000_000;

const firstReadBytes = 64 * 1024;

/** The fields of a snapshot that name the last line that it holds. */
type SnapshotLine = Pick<Snapshot, 'lastSeq' | 'lastSum' | 'historyEnd'>;

/** The end of a history: the last line that a snapshot holds, and the lines behind it. */
interface HistoryTail extends HistoryContent {
  problem: null;
  /** The line before these, as the first of them names it. */
  start: HistoryEnd;
  content: Buffer;
  /** The bytes of the lines before these, which are being read. Rejects with the system's error, or when the file was truncated. */
  earlier: Promise<Buffer>;
  /** How many changes could be undone and redone after the first of these lines, from the snapshot. */
  depths: UndoDepths;
}

/**
 * Reads the end of a long history: the last line that a snapshot holds, and the lines behind it. These lines are verified, and the
 * first must have the checksum that the snapshot names. Null when the end does not fit the snapshot, or when anything else is
 * unusual: reading the whole history then finds the cause. Never rejects.
 */
export async function readHistoryEnd(path: string, snapshot: SnapshotLine): Promise<HistoryTail | null> {
  const handle = await open(path, 'r').catch(() => null);
  const tail = handle && (await readTail(handle, snapshot).catch(() => null));
  if (!handle || !tail) {
    await handle?.close().catch(() => undefined);
    return null;
  }
  // Read through the same handle, because there may be another file at the path now.
  const earlier = readFully(handle, 0, tail.start.bytes).finally(() => handle.close());
  // Without this, an error would be unhandled until a caller awaits the bytes.
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

/**
 * How many bytes of lines a worker verifies at once. The main thread takes a few milliseconds to receive their changes.
 */
const partBytes = 512 * 1024;

/** Thrown when earlier lines of a history are damaged or could not be read. */
export class UnverifiedHistoryError extends Error {
  override readonly name = 'UnverifiedHistoryError';
}

/** Verifies whole lines of a history elsewhere, as `parseHistory` does. `end` counts the bytes of these lines only. */
export interface HistoryVerifier {
  /** Rejects when the signal aborts. `before` names the line in front of the first one. */
  verifyLines(lines: Uint8Array, before: LineName, signal: AbortSignal): Promise<HistoryContent>;
}

interface VerifyContext extends HistoryVerifier {
  articleId: string;
  signal: AbortSignal;
}

/**
 * Verifies the lines of a history up to `end` in a worker, and returns their changes, oldest first. Rejects with an
 * `UnverifiedHistoryError` when a line is damaged, newer, or chained to another, or with the signal's reason.
 */
export async function verifyEarlierLines(
  bytes: Buffer,
  end: HistoryEnd,
  { articleId, verifyLines, signal }: VerifyContext,
): Promise<Change[]> {
  const changes: Change[] = [];
  let known = emptyHistory;
  while (known.bytes < bytes.length) {
    // A copy, because a message to a worker transfers the whole buffer behind a part.
    const part = new Uint8Array(bytes.subarray(known.bytes, findPartEnd(bytes, known.bytes)));
    const verified = await verifyLines(part, { seq: known.seq, sha256: known.sha256 }, signal);
    if (verified.problem || verified.end.bytes !== part.length)
      throw new UnverifiedHistoryError(`line ${verified.end.seq + 1} of a history is damaged`);
    for (const change of verified.changes) changes.push(change);
    known = { ...verified.end, bytes: known.bytes + part.length };
  }
  if (known.seq !== end.seq || known.sha256 !== end.sha256)
    throw new UnverifiedHistoryError('the end of a history does not continue the lines before it');
  const writtenId = findArticleId(changes);
  if (writtenId !== null && writtenId !== articleId)
    throw new UnverifiedHistoryError('a history is that of another article');
  return changes;
}

/** Finds the end of the last whole line within a part, or of the first line if that is longer. */
function findPartEnd(bytes: Buffer, start: number): number {
  const last = bytes.lastIndexOf(newline, start + partBytes - 1);
  const lineEnd = last >= start ? last : bytes.indexOf(newline, start);
  return lineEnd === -1 ? bytes.length : lineEnd + 1;
}

/** The lines that were not read when an article was opened. */
export type UnverifiedLines = Pick<HistoryTail, 'start' | 'earlier' | 'depths'>;

/** The same lines, which are being read and verified. */
export interface EarlierLines {
  /** How many changes could be undone and redone after the first change behind these lines. */
  readonly depths: UndoDepths;
  /** Their bytes, which are read first. Rejects with an `UnverifiedHistoryError`. */
  readonly bytes: Promise<Buffer>;
  /** Their changes, once a worker has verified them, oldest first. Rejects as `verifyEarlierLines`. */
  readonly changes: Promise<readonly Change[]>;
}

/** Starts to verify lines whose bytes are being read. */
export function startVerification(
  { start, earlier, depths }: UnverifiedLines,
  context: VerifyContext,
): EarlierLines {
  const bytes = earlier.catch((error) => {
    throw toUnverifiedError(error);
  });
  const changes = bytes
    .then((read) => verifyEarlierLines(read, start, context))
    .catch((error) => {
      context.signal.throwIfAborted();
      throw toUnverifiedError(error);
    });
  // Without this, an error would be unhandled if no caller awaits the changes.
  changes.catch(() => undefined);
  return { bytes, changes, depths };
}

function toUnverifiedError(error: unknown): UnverifiedHistoryError {
  if (error instanceof UnverifiedHistoryError) return error;
  return new UnverifiedHistoryError('a history could not be verified', { cause: error });
}
