import { constants } from 'node:os';
import { type CallKind, changingCalls } from '../syscalls/fault-control';

/** An error of the disk: at which calls it may come, and how a sentence for the reviewer names its cause. */
export interface DiskError {
  code: 'ENOSPC' | 'EROFS' | 'EIO' | 'EACCES';
  number: number;
  kinds: CallKind[];
  cause: RegExp;
}

const { ENOSPC, EROFS, EIO, EACCES } = constants.errno;

const namedCalls: CallKind[] = ['open to write', 'rename', 'link', 'unlink', 'mkdir', 'rmdir'];

export const diskErrors: readonly DiskError[] = [
  {
    code: 'ENOSPC',
    number: ENOSPC,
    cause: /disk is full/,
    kinds: ['open to write', 'write', 'sync', 'rename', 'link', 'mkdir', 'copy'],
  },
  { code: 'EROFS', number: EROFS, kinds: [...namedCalls, 'truncate'], cause: /write-protected/ },
  {
    code: 'EIO',
    number: EIO,
    kinds: [...changingCalls, 'open to read', 'read'],
    cause: /disk reported an error|disk did not give it/,
  },
  { code: 'EACCES', number: EACCES, kinds: [...namedCalls, 'open to read'], cause: /not allowed/ },
];
