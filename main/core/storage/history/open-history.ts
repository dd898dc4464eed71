import { type BigIntStats, constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from '../files/disk';

/** The part of a file handle that appending and cutting off need. */
export type HistoryHandle = Pick<FileHandle, 'read' | 'write' | 'truncate' | 'datasync' | 'close'> & {
  stat(options: { bigint: true }): Promise<BigIntStats>;
};

/**
 * Opens an existing history for one of the two ways in which it is written to. An argument, so that tests can simulate a
 * failing disk.
 */
export type OpenHistory = (path: string, purpose: 'append' | 'cutOff') => Promise<HistoryHandle>;

/**
 * Lines are appended to the end of the file as it is then, never at a position: should another process write at the same
 * moment, its lines are followed, not overwritten. A missing file is not created. Windows can't shorten a file that is open
 * for appending.
 */
export const openHistory: OpenHistory = (path, purpose) =>
  open(path, purpose === 'append' ? constants.O_RDWR | constants.O_APPEND : constants.O_RDWR);
