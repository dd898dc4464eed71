import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArticleFiles } from './article-files';

/** The files kept with the one article that a library holds, as they stand on the disk. */
export class VaultFiles {
  readonly folder: string;

  constructor(userData: string) {
    this.folder = join(new ArticleFiles(userData).folder, 'vault');
  }

  /** The names of all that lies there; Stet's own mark that it was put to use does not count. */
  names(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).filter((name) => name !== 'unswept');
  }

  /** Turns one bit of the copy of some content. */
  flip(content: string): void {
    const path = this.#path(content);
    const bytes = readFileSync(path);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }

  remove(content: string): void {
    rmSync(this.#path(content));
  }

  #path(content: string): string {
    return join(this.folder, sumOf(content));
  }
}

/** SHA-256 in hexadecimal digits: the name under which content is kept. */
export function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
