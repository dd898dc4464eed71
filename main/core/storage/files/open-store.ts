import { Low } from 'lowdb';
import { DurableJsonFile, type FilePlatform, type LoadResult } from './durable-json-file';
import type { JsonFileFormat } from './json-file-format';

/** A JSON file that lowdb holds as a whole. `data` is null until something was read or saved. */
export class JsonStore<T extends object> extends Low<T | null> {
  constructor(private readonly file: DurableJsonFile<T>) {
    // lowdb writes nothing while it has no data.
    super({ read: () => file.read(), write: async (data) => void (data && (await file.write(data))) }, null);
  }

  /** The result of the last `load`. The caller has to report what it says. */
  get loadResult(): LoadResult<T> {
    return this.file.loadResult;
  }

  /** The data on the disk, or null when there are none or they can't be used. Never rejects. */
  async load(): Promise<T | null> {
    this.data = null;
    await this.read();
    return this.data;
  }

  /** As `load`, but leaves a damaged file where it is. Never rejects. */
  peek(): Promise<T | null> {
    return this.file.peek();
  }

  /** Resolves once the data would survive a power cut. Rejects as `DurableJsonFile.write` does; then the data are as before. */
  async save(data: T): Promise<void> {
    const before = this.data;
    this.data = data;
    await this.write().catch((error) => {
      if (this.data === data) this.data = before;
      throw error;
    });
  }

  /** As `DurableJsonFile.setAside`. */
  setAside(): Promise<void> {
    return this.file.setAside();
  }
}

/** Opens a JSON file that is written whole or not at all. `loaded` is the result of an earlier load of the same file. */
export function openStore<T extends object>(
  path: string,
  format: JsonFileFormat<T>,
  platform: FilePlatform,
  loaded?: LoadResult<T>,
): JsonStore<T> {
  return new JsonStore(new DurableJsonFile(path, format, platform, loaded));
}
