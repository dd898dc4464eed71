import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of the one article that a library holds. */
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
  lines(): string[] {
    return readFileSync(this.history, 'utf8').split('\n').slice(0, -1);
  }

  /** What every line of the history changes. */
  changes(): { id: string; action: string; edits: Record<string, unknown>[] }[] {
    return this.lines().map((line) => JSON.parse(line).change);
  }

  /** Sums of the history and the drafts: what stands in them, and nothing else, decides. */
  sums(): Record<string, string> {
    const files = [
      'history.jsonl',
      ...readdirSync(join(this.folder, 'drafts')).map((name) => `drafts/${name}`),
    ];
    const sum = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(this.folder, name)))
        .digest('hex');
    return Object.fromEntries(files.map((name) => [name, sum(name)]));
  }

  /** Names of the files kept beside because they were damaged. */
  keptBeside(): string[] {
    return readdirSync(this.folder).filter((name) => name.includes('.damaged-'));
  }

  hasSnapshot(): boolean {
    return existsSync(this.snapshot);
  }
}

/** Turns one letter of a file into another: the last one of the words. */
export function damage(file: string, words: string): void {
  const bytes = readFileSync(file);
  const place = bytes.indexOf(words);
  if (place < 0) throw new Error(`${file} does not hold "${words}"`);
  const letter = place + Buffer.byteLength(words) - 1;
  bytes[letter] = (bytes[letter] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
