import { createHash } from 'node:crypto';
import { readRegularFile } from '../../files/regular-file';
import { firstPrev } from '../../review/history/history-line';
import { isUnreadable } from '../backup-errors';
import type { BackedUpArticle, BackedUpEnd, BackupFile } from '../store/manifest';
import { type BackUpContext, isPooled, isUnchanged } from './back-up-file';
import { scanHistory } from './scan-history';

export interface BackedUpHistory extends Pick<BackedUpArticle, 'isWhole' | 'end'> {
  /** Null when there is no history, or none that can be read. */
  file: BackupFile | null;
  /** The SHA-256 of every file of the vault that it references. */
  references: ReadonlySet<string>;
  /** Whether it contains the line at the end of one that was backed up before. */
  continues(end: BackedUpEnd): boolean;
}

/**
 * Copies the pieces of a history that the pool lacks, up to its last whole line. One that was not written to since the backup
 * before is not read. Rejects as `backUpArticle` does.
 */
export async function backUpHistory(
  path: string,
  before: BackedUpArticle | null,
  context: BackUpContext,
): Promise<BackedUpHistory> {
  const known = before?.files.find((file) => file.path === 'history.jsonl');
  if (before && known && (await isUnchanged(path, known)) && (await isPooled(known, context.pool)))
    return {
      ...before,
      file: known,
      references: listReferences(before),
      // The backup before compared it with the earlier ones.
      continues: (end) => end === before.end,
    };
  try {
    const ends = before ? [before.end, ...before.earlier.map(({ end }) => end)] : [];
    return await readHistory(path, ends, context);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const end = { lines: 0, sha256: firstPrev };
    return { file: null, isWhole: false, end, references: new Set(), continues: () => false };
  }
}

function readHistory(
  path: string,
  ends: readonly BackedUpEnd[],
  { pool, giveWay, signal, onBytes }: BackUpContext,
): Promise<BackedUpHistory> {
  const hash = createHash('sha256');
  const pieces: string[] = [];
  const onPiece = async (piece: Buffer) => {
    signal.throwIfAborted();
    hash.update(piece);
    pieces.push(await pool.addBytes(piece));
    onBytes(piece.length);
    await giveWay(piece.length);
  };
  return readRegularFile(path, { followLinks: false }, async (handle, stats) => {
    const scanned = await scanHistory(handle, { ends, onPiece, giveWay });
    const { bytes, isWhole, end, references, continued } = scanned;
    const sha256 = hash.digest('hex');
    const [first] = pieces;
    return {
      ...{ isWhole, end, references },
      // A line that is incomplete, or comes while the file is read, is for the next backup.
      file:
        first === undefined
          ? null
          : {
              ...{ path: 'history.jsonl', bytes, sha256 },
              pieces: first === sha256 ? [] : pieces,
              modifiedMs: bytes === stats.size ? stats.mtimeMs : 0,
            },
      continues: (asked) => continued.includes(asked),
    };
  });
}

function listReferences({ files, missing }: BackedUpArticle): Set<string> {
  const paths = [...files.map(({ path }) => path), ...missing].filter((path) => path.startsWith('vault/'));
  return new Set(paths.map((path) => path.slice('vault/'.length)));
}
