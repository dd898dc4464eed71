import type { Library } from '../library/library';
import { findOwnSet, type OwnBackupsContext } from './own-backups';
import type { Manifest } from './store/manifest';

interface NewestBackupContext extends OwnBackupsContext {
  library: Library;
}

/** The newest backup of the library, as it was read or made last. */
export class NewestBackup {
  /** Undefined until one was found. */
  #manifest: Manifest | undefined;
  /** Counts `note` and `forget`, so that what was read before one of them is read again. */
  #version = 0;

  constructor(private readonly context: NewestBackupContext) {}

  /** A backup was made. */
  note(manifest: Manifest): void {
    this.#manifest = manifest;
    this.#version += 1;
  }

  /** The backups are others than before. */
  forget(): void {
    this.#manifest = undefined;
    this.#version += 1;
  }

  /** Null when there is none, or it can't be read. Never rejects. */
  async read(): Promise<Manifest | null> {
    if (this.#manifest !== undefined) return this.#manifest;
    const version = this.#version;
    const set = await findOwnSet(this.context);
    const manifest = (await set?.readNewest().catch(() => null)) ?? null;
    if (this.#version !== version) return this.read();
    // None is looked for again: the drive may have been connected meanwhile.
    this.#manifest = manifest ?? undefined;
    return manifest;
  }

  /**
   * The ids of the articles whose history is longer or shorter than in the newest backup, or is not in it. All of them as long
   * as it was not read.
   */
  listOutdated(): Set<string> {
    const backedUp = new Map(
      this.#manifest?.articles.map(({ id, files }) => [
        id,
        files.find(({ path }) => path === 'history.jsonl')?.bytes,
      ]),
    );
    const rows = this.context.library.rows();
    const outdated = rows.filter(({ entry, historyBytes }) => backedUp.get(entry.id) !== historyBytes);
    return new Set(outdated.map(({ entry }) => entry.id));
  }
}
