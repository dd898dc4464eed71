import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleFiles } from './article-files';
import { sha256 } from './sha256';

/** The vault on the disk, for a library with one article. */
export class VaultFiles {
  readonly folder: string;

  constructor(userData: string) {
    this.folder = join(new ArticleFiles(userData).folder, 'vault');
  }

  /** The names of the stored files, without the marker `unswept`, which says that the vault was used. */
  listNames(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).filter((name) => name !== 'unswept');
  }

  /** Flips one bit of the stored file with this content. */
  corrupt(content: string): void {
    const path = this.#locate(content);
    const bytes = readFileSync(path);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }

  /** Removes the stored file with this content. */
  remove(content: string): void {
    rmSync(this.#locate(content));
  }

  #locate(content: string): string {
    return join(this.folder, sha256(content));
  }
}
