import type { FileHandle } from 'node:fs/promises';
import type { GiveWay } from '../../../tasks/give-way';
import { HistoryShrankError } from '../backup-errors';
import type { BackedUpEnd } from '../store/manifest';
import { LineVerifier } from './line-verifier';

const newline = 0x0a;

/** Size of a piece of a history, in bytes. A history grows at its end, so all full pieces are the same in the next backup. */
export const pieceBytes = 256 * 1024;

interface ScannedHistory {
  /** Size in bytes of what was read: all whole lines that the file had when it was opened. */
  bytes: number;
  /** Whether every line is intact and chained, and there is at least one. */
  isWhole: boolean;
  /** The last line before any damage. */
  end: BackedUpEnd;
  /** The SHA-256 of every file of the vault that an intact line references. */
  references: Set<string>;
  /** Those of the asked ends that the history contains: it continues them. */
  continued: BackedUpEnd[];
}

/**
 * Reads a history that may be written to meanwhile, up to its last whole line. Verifies each line, without parsing the changes.
 * `onPiece` gets every piece and is awaited; the buffer is overwritten afterwards. Rejects with the system's error, and as
 * `onPiece` does.
 */
export async function scanHistory(
  handle: FileHandle,
  { ends, onPiece, giveWay }: ScanOptions,
): Promise<ScannedHistory> {
  const bytes = await findLastLineEnd(handle);
  const lines = new LineVerifier(ends);
  const piece = Buffer.allocUnsafe(Math.min(pieceBytes, bytes));
  for (let start = 0; start < bytes; start += pieceBytes) {
    const content = piece.subarray(0, Math.min(pieceBytes, bytes - start));
    await readFully(handle, content, start);
    await onPiece(content);
    await lines.add(content, giveWay);
  }
  const { end, references, continued, isIntact } = lines;
  return { bytes, isWhole: isIntact && end.lines > 0, end, references, continued };
}

interface ScanOptions {
  ends: readonly BackedUpEnd[];
  onPiece(piece: Buffer): Promise<void>;
  giveWay: GiveWay;
}

/** The position behind the last newline of a file, in bytes; 0 when there is none. */
async function findLastLineEnd(handle: FileHandle): Promise<number> {
  let { size: end } = await handle.stat();
  const block = Buffer.allocUnsafe(Math.min(pieceBytes, end));
  while (end > 0) {
    const content = block.subarray(0, Math.min(pieceBytes, end));
    await readFully(handle, content, end - content.length);
    const at = content.lastIndexOf(newline);
    if (at !== -1) return end - content.length + at + 1;
    end -= content.length;
  }
  return 0;
}

/** Fills the buffer from a position. Throws when the file has become shorter. */
async function readFully(handle: FileHandle, buffer: Buffer, position: number): Promise<void> {
  for (let done = 0; done < buffer.length; ) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, position + done);
    if (bytesRead === 0) throw new HistoryShrankError();
    done += bytesRead;
  }
}
