import type { FileHandle } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';

interface DiskState {
  /** The system's error code with which writes fail, or null while they succeed. */
  failureCode: string | null;
  /** Syncing waits for this promise. */
  syncGate: Promise<void> | null;
  openSyncGate(): void;
}

declare global {
  var stetDisk: DiskState | undefined;
}

/** The disk as main sees it: the real one, until a spec makes writes fail or pauses syncing. */
export class Disk {
  private constructor(private readonly app: ElectronApplication) {}

  /** Wraps main's open files. Rights and quotas would not stop a test that runs as root. */
  static async intercept(app: ElectronApplication): Promise<Disk> {
    await app.evaluate(interceptFileHandles);
    return new Disk(app);
  }

  /** Makes every write fail with this error code of the system, for example `ENOSPC` for a full disk. */
  failWrites(code: string): Promise<void> {
    return this.app.evaluate((_electron, failureCode) => {
      Object.assign(globalThis.stetDisk ?? {}, { failureCode });
    }, code);
  }

  allowWrites(): Promise<void> {
    return this.app.evaluate(() => {
      Object.assign(globalThis.stetDisk ?? {}, { failureCode: null });
    });
  }

  /** Makes syncing wait until `resumeSync`. */
  pauseSync(): Promise<void> {
    return this.app.evaluate(() => {
      const disk = globalThis.stetDisk;
      if (!disk) return;
      disk.syncGate = new Promise((resolve) => {
        disk.openSyncGate = resolve;
      });
    });
  }

  resumeSync(): Promise<void> {
    return this.app.evaluate(() => globalThis.stetDisk?.openSyncGate());
  }
}

/** Runs in main, where it arrives as source text. */
async function interceptFileHandles(): Promise<void> {
  const disk: DiskState = { failureCode: null, syncGate: null, openSyncGate: () => undefined };
  globalThis.stetDisk = disk;
  const throwFailure = () => {
    if (disk.failureCode === null) return;
    throw Object.assign(new Error('refused by the test'), { code: disk.failureCode });
  };

  const fs: typeof import('node:fs/promises') = process.mainModule?.require('node:fs/promises');
  const anyFile = await fs.open(process.execPath, 'r');
  const prototype: FileHandle = Object.getPrototypeOf(anyFile);
  await anyFile.close();
  const { write, writeFile, datasync } = prototype;
  Object.assign(prototype, {
    async write(this: FileHandle, bytes: Uint8Array, offset: number, length: number, position: number) {
      // A full disk writes a part of the bytes before it fails.
      const written = disk.failureCode === null ? length : length >> 1;
      const result: unknown = await Reflect.apply(write, this, [bytes, offset, written, position]);
      throwFailure();
      return result;
    },
    async writeFile(this: FileHandle, ...content: unknown[]) {
      throwFailure();
      await Reflect.apply(writeFile, this, content);
    },
    async datasync(this: FileHandle) {
      await disk.syncGate;
      throwFailure();
      await datasync.call(this);
    },
  });
}
