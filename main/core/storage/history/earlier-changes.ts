import type { Change } from '../../../../shared/domain/history/change';
import type { UndoDepths } from '../../../../shared/domain/history/undo-stacks';
import type { BackgroundWork } from '../../tasks/background-work';
import { emptyHistory, findArticleId, type HistoryEnd } from './read-history';
import type { HistoryTail } from './read-history-end';

/**
 * How many bytes of lines a thread verifies at once. Main takes their changes over in one go, which keeps it busy for a few
 * milliseconds.
 */
const partBytes = 512 * 1024;

const newline = 0x0a;

/** The lines before the end of a history are not what they have to be, or could not be read. */
export class UnverifiedHistoryError extends Error {
  override readonly name = 'UnverifiedHistoryError';
}

interface VerifyContext extends Pick<BackgroundWork, 'verifyLines'> {
  /** The id of the article that the history has to be of. */
  articleId: string;
  signal: AbortSignal;
}

/**
 * Verifies the lines of a history up to `end` in a thread, and returns their changes, oldest first. Rejects with an
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
    // A copy, because a message to a thread takes the whole memory behind a part with it.
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

/** The end of the last whole line within a part, or of the first line when that is longer. */
function findPartEnd(bytes: Buffer, start: number): number {
  const last = bytes.lastIndexOf(newline, start + partBytes - 1);
  const lineEnd = last >= start ? last : bytes.indexOf(newline, start);
  return lineEnd === -1 ? bytes.length : lineEnd + 1;
}

/** The lines before those that were read when an article was opened. */
export type UnverifiedLines = Pick<HistoryTail, 'start' | 'earlier' | 'depths'>;

/** The same lines, on their way into memory. */
export interface EarlierLines {
  /** How many changes could be undone and redone after the first change behind these lines. */
  readonly depths: UndoDepths;
  /** Their bytes, which are read first. Rejects with an `UnverifiedHistoryError`. */
  readonly bytes: Promise<Buffer>;
  /** Their changes, once a thread has verified them, oldest first. Rejects as `verifyEarlierLines`. */
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
  // Whoever needs the changes awaits them. When nobody does, nobody catches the error.
  changes.catch(() => undefined);
  return { bytes, changes, depths };
}

function toUnverifiedError(error: unknown): UnverifiedHistoryError {
  if (error instanceof UnverifiedHistoryError) return error;
  return new UnverifiedHistoryError('a history could not be verified', { cause: error });
}
