import type { FileHandle } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';

interface State {
  /** The system's code with which writing fails; null while the disk works. */
  refuses: string | null;
  /** What syncing waits for. */
  held: Promise<void> | null;
  letGo(): void;
}

declare global {
  var stetDisk: State | undefined;
}

/** The disk as main sees it: the real one, until it is told to refuse or to take its time. */
export class Disk {
  private constructor(private readonly app: ElectronApplication) {}

  /** Puts itself between main and its open files: no rights and no quota would stop a test that runs as root. */
  static async of(app: ElectronApplication): Promise<Disk> {
    await app.evaluate(putBetween);
    return new Disk(app);
  }

  /** Every write fails with this code of the system from now on, `ENOSPC` when the disk is full. */
  refuse(code: string): Promise<void> {
    return this.app.evaluate((_electron, refuses) => {
      Object.assign(globalThis.stetDisk ?? {}, { refuses });
    }, code);
  }

  work(): Promise<void> {
    return this.app.evaluate(() => {
      Object.assign(globalThis.stetDisk ?? {}, { refuses: null });
    });
  }

  /** Nothing is synced until `letGo`. */
  hold(): Promise<void> {
    return this.app.evaluate(() => {
      const disk = globalThis.stetDisk;
      if (!disk) return;
      disk.held = new Promise((resolve) => {
        disk.letGo = resolve;
      });
    });
  }

  letGo(): Promise<void> {
    return this.app.evaluate(() => globalThis.stetDisk?.letGo());
  }
}

/** Runs in main, sent there as its own text. */
async function putBetween(): Promise<void> {
  const disk: State = { refuses: null, held: null, letGo: () => undefined };
  globalThis.stetDisk = disk;
  const refuse = () => {
    if (disk.refuses !== null) throw Object.assign(new Error('refused by the test'), { code: disk.refuses });
  };

  const fs: typeof import('node:fs/promises') = process.mainModule?.require('node:fs/promises');
  const some = await fs.open(process.execPath, 'r');
  const handles: FileHandle = Object.getPrototypeOf(some);
  await some.close();
  const { write, writeFile, datasync } = handles;
  Object.assign(handles, {
    async write(this: FileHandle, bytes: Uint8Array, offset: number, length: number, position: number) {
      // As a full disk does: it takes half of it first.
      const taken = disk.refuses === null ? length : length >> 1;
      const result: unknown = await Reflect.apply(write, this, [bytes, offset, taken, position]);
      refuse();
      return result;
    },
    async writeFile(this: FileHandle, ...content: unknown[]) {
      refuse();
      await Reflect.apply(writeFile, this, content);
    },
    async datasync(this: FileHandle) {
      await disk.held;
      refuse();
      await datasync.call(this);
    },
  });
}
