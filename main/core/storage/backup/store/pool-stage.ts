import { join } from 'node:path';
import { open, rm } from '../../files/disk';
import { replaceFile, syncFolder } from '../../files/durable-file';
import { createTempPath } from '../../files/temp-files';

/** When this much is staged, it is synced and gets its names: bytes, and files. */
const maxStagedBytes = 64 * 1024 * 1024;
const maxStagedFiles = 256;
/** How many files are synced at a time. The first sync of a batch mostly writes the others as well. */
const parallelSyncs = 8;

interface StagedFile {
  temp: string;
  sha256: string;
  bytes: number;
}

/**
 * Contents that are written to the pool and do not have their names yet. They are synced in batches, because a sync for each
 * of thousands of small files would take minutes. A content gets its name, its SHA-256, only after it was synced, so that a
 * name always stands for the whole content, also after a power cut.
 */
export class PoolStage {
  readonly #staged = new Map<string, StagedFile>();
  #bytes = 0;

  constructor(private readonly folder: string) {}

  /** Size in bytes of a staged content; null when it is not staged. */
  find(sha256: string): number | null {
    return this.#staged.get(sha256)?.bytes ?? null;
  }

  /** A new path for a content. */
  createPath(): string {
    return createTempPath(this.folder, 'writing');
  }

  /** Stages a content that was written to a path of `createPath`. Rejects with the system's error. */
  async add(file: StagedFile): Promise<void> {
    this.#staged.set(file.sha256, file);
    this.#bytes += file.bytes;
    if (this.#bytes >= maxStagedBytes || this.#staged.size >= maxStagedFiles) await this.flush();
  }

  /** Gives everything that is staged its name. Resolves once it would survive a power cut. Rejects with the system's error. */
  async flush(): Promise<void> {
    const files = [...this.#staged.values()];
    if (files.length === 0) return;
    for (let start = 0; start < files.length; start += parallelSyncs)
      await Promise.all(files.slice(start, start + parallelSyncs).map(({ temp }) => sync(temp)));
    for (const { temp, sha256 } of files) await replaceFile(temp, join(this.folder, sha256));
    await syncFolder(this.folder);
    this.#staged.clear();
    this.#bytes = 0;
  }

  /** Removes what is staged. Never rejects. */
  async discard(): Promise<void> {
    for (const { temp } of this.#staged.values()) await rm(temp, { force: true }).catch(() => undefined);
    this.#staged.clear();
    this.#bytes = 0;
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.datasync().finally(() => handle.close());
}
