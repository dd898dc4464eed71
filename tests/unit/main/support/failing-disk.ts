import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { OpenHistory } from '#main/storage/history/history-file.ts';

/** A disk that works until it is set to fail. */
export interface FailingDisk {
  openHistory: OpenHistory;
  /** Which operation fails: none, a write in its middle, the sync after a complete write, or opening. */
  failsAt: 'nothing' | 'write' | 'sync' | 'open';
  /** Whether cutting off what was not acknowledged fails as well. */
  failsToCutOff: boolean;
  code: string;
  /** How many syncs have succeeded. */
  syncs: number;
}

export function createFailingDisk(): FailingDisk {
  const refusal = () => Object.assign(new Error(`${disk.code}: refused by the test`), { code: disk.code });
  const disk: FailingDisk = {
    failsAt: 'nothing',
    code: 'ENOSPC',
    syncs: 0,
    failsToCutOff: false,
    async openHistory(path, purpose) {
      if (disk.failsAt === 'open') throw refusal();
      if (purpose === 'cutOff') {
        if (disk.failsToCutOff) throw refusal();
        return open(path, constants.O_RDWR);
      }
      const handle = await open(path, constants.O_RDWR | constants.O_APPEND);
      // Written to the real file as far as a full disk would.
      const write = async (buffer: Buffer, offset: number, length: number, position: number | null) => {
        if (disk.failsAt !== 'write') return handle.write(buffer, offset, length, position);
        await handle.write(buffer, offset, Math.floor(length / 2), position);
        throw refusal();
      };
      return Object.assign(Object.create(handle), {
        write,
        stat: (options: { bigint: true }) => handle.stat(options),
        close: () => handle.close(),
        async datasync() {
          if (disk.failsAt === 'sync') throw refusal();
          disk.syncs += 1;
          await handle.datasync();
        },
      });
    },
  };
  return disk;
}
