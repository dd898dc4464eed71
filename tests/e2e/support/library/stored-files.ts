import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The SHA-256 of some content in lower-case hexadecimal digits, which is also the name of a file in the vault. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The files on the disk of an article, for a library with one article. */
export class ArticleFiles {
  readonly id: string;
  readonly folder: string;
  readonly history: string;
  readonly snapshot: string;

  constructor(userData: string) {
    const articles = join(userData, 'library', 'articles');
    const [id, ...others] = readdirSync(articles).filter((name) => !name.startsWith('.'));
    if (id === undefined || others.length > 0) throw new Error('the library does not hold one article');
    this.id = id;
    this.folder = join(articles, id);
    this.history = join(this.folder, 'history.jsonl');
    this.snapshot = join(this.folder, 'review.json');
  }

  /** The lines of the history, without their newlines. */
  readLines(): string[] {
    return readFileSync(this.history, 'utf8').split('\n').slice(0, -1);
  }

  /** The changes in the history, one per line. */
  readChanges(): { id: string; action: string; edits: Record<string, unknown>[] }[] {
    return this.readLines().map((line) => JSON.parse(line).change);
  }

  /** The SHA-256 of the history and of each draft. These files hold everything that cannot be derived. */
  hashFiles(): Record<string, string> {
    const names = [
      'history.jsonl',
      ...readdirSync(join(this.folder, 'drafts')).map((name) => `drafts/${name}`),
    ];
    return Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(this.folder, name)))]));
  }

  /** The names of the copies that Stet kept of damaged files. */
  listDamagedCopies(): string[] {
    return readdirSync(this.folder).filter((name) => name.includes('.damaged-'));
  }
}

/** Flips one bit of a file, in the last byte of the first occurrence of `text`. */
export function corrupt(file: string, text: string): void {
  const bytes = readFileSync(file);
  const start = bytes.indexOf(text);
  if (start < 0) throw new Error(`${file} does not hold "${text}"`);
  const last = start + Buffer.byteLength(text) - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

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
