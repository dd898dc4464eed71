import type { FileHandle } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';

/** The app or one of its pages. */
interface TimerHost {
  evaluate(run: () => void): Promise<void>;
}

declare global {
  var stetSlowTimeout: typeof setTimeout | undefined;
}

/** Runs `act` while timeouts of a second or more take a fifth of their time, so that a test need not wait for a long one. */
export async function withFastTimers<T>(host: TimerHost, act: () => Promise<T>): Promise<T> {
  await host.evaluate(() => {
    const slow = globalThis.setTimeout;
    globalThis.stetSlowTimeout = slow;
    const fast = (task: () => void, delayMs = 0, ...args: []) =>
      slow(task, delayMs < 1_000 ? delayMs : delayMs / 5, ...args);
    globalThis.setTimeout = Object.assign(fast, slow);
  });
  try {
    return await act();
  } finally {
    await host.evaluate(() => {
      if (globalThis.stetSlowTimeout) globalThis.setTimeout = globalThis.stetSlowTimeout;
    });
  }
}

interface DiskState {
  /** The system's error code with which writes fail, or null while they succeed. */
  failureCode: string | null;
  /** Only writes to files in this folder fail. */
  failingFolder: string;
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

  /** Makes every write in a folder fail with this error code of the system, for example `ENOSPC` for a full disk. */
  failWrites(code: string, folder = '/'): Promise<void> {
    return this.app.evaluate(
      (_electron, [failureCode, failingFolder]) => {
        Object.assign(globalThis.stetDisk ?? {}, { failureCode, failingFolder });
      },
      [code, folder],
    );
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
  const disk: DiskState = {
    failureCode: null,
    failingFolder: '/',
    syncGate: null,
    openSyncGate: () => undefined,
  };
  globalThis.stetDisk = disk;
  const links: typeof import('node:fs') = process.mainModule?.require('node:fs');
  const isFailing = ({ fd }: FileHandle) =>
    disk.failureCode !== null && links.readlinkSync(`/proc/self/fd/${fd}`).startsWith(disk.failingFolder);
  const throwFailure = (file: FileHandle) => {
    if (!isFailing(file)) return;
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
      const written = isFailing(this) ? length >> 1 : length;
      const result: unknown = await Reflect.apply(write, this, [bytes, offset, written, position]);
      throwFailure(this);
      return result;
    },
    async writeFile(this: FileHandle, ...content: unknown[]) {
      throwFailure(this);
      await Reflect.apply(writeFile, this, content);
    },
    async datasync(this: FileHandle) {
      await disk.syncGate;
      throwFailure(this);
      await datasync.call(this);
    },
  });
}
