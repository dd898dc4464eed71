import { open } from 'node:fs/promises';
import type { OpenForAppend } from '../../../../main/core/storage/review/history-file';

/** A disk that works until it is told to refuse. */
export interface FailingDisk {
  openFile: OpenForAppend;
  /** What refuses: nothing, a write half-way, the sync after a whole write, or opening at all. */
  refuses: 'nothing' | 'write' | 'sync' | 'open';
  code: string;
  /** How many times something was written and synced. */
  syncs: number;
}

export function failingDisk(): FailingDisk {
  const refusal = () => Object.assign(new Error(`${disk.code}: refused by the test`), { code: disk.code });
  const disk: FailingDisk = {
    refuses: 'nothing',
    code: 'ENOSPC',
    syncs: 0,
    async openFile(path) {
      if (disk.refuses === 'open') throw refusal();
      const handle = await open(path, 'r+');
      // Kept apart from the handle's own, so that the real file sees what a full disk would leave.
      const write = async (buffer: Buffer, offset: number, length: number, position: number) => {
        if (disk.refuses !== 'write') return handle.write(buffer, offset, length, position);
        await handle.write(buffer, offset, Math.floor(length / 2), position);
        throw refusal();
      };
      return Object.assign(Object.create(handle), {
        write,
        stat: () => handle.stat(),
        truncate: (size: number) => handle.truncate(size),
        close: () => handle.close(),
        async datasync() {
          if (disk.refuses === 'sync') throw refusal();
          disk.syncs += 1;
          await handle.datasync();
        },
      });
    },
  };
  return disk;
}
