import { createHash } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unless } from './law-violation.ts';

/** A folder outside of the library, to which links in the library lead. Nothing that is done in Stet may change it. */
export class OutsideFolder {
  readonly folder: string;
  readonly #article: string;
  #before = '';
  #snapshots = 0;

  /** `files` is the user's own folder. */
  constructor(files: string, articles: string, articleId: string) {
    this.folder = join(files, `outside-${articleId}`);
    this.#article = join(articles, articleId);
    for (const name of ['', '2020-01-01', 'drafts', 'vault']) {
      mkdirSync(join(this.folder, name), { recursive: true });
      for (const file of ['letter.txt', 'writing.0123456789ab.tmp', 'history.jsonl', 'c'.repeat(64)])
        writeFileSync(join(this.folder, name, file), `${name}/${file}`);
    }
    for (const path of [
      join(articles, `.removing-${articleId}-link`),
      join(articles, `.making-${articleId}-link`),
      join(articles, `link-${articleId}`),
      join(this.#article, 'drafts', 'notes'),
      join(this.#article, 'writing.0123456789ab.tmp'),
    ])
      symlinkSync(this.folder, path);
    this.takeSnapshot();
  }

  /** Gives the article's history a second name here, as a snapshot by `cp -al` does. */
  takeSnapshot(): void {
    this.#snapshots += 1;
    linkSync(join(this.#article, 'history.jsonl'), join(this.folder, `snapshot-${this.#snapshots}.jsonl`));
    this.#before = this.#describe();
  }

  get isAsBefore(): boolean {
    return this.#describe() === this.#before;
  }

  /** Everything in it, with sizes, times and sums. */
  #describe(): string {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => {
        const stats = lstatSync(join(this.folder, name));
        const sum = stats.isFile()
          ? createHash('sha256')
              .update(readFileSync(join(this.folder, name)))
              .digest('hex')
          : '';
        return [name, stats.mode, stats.mtimeMs, sum].join(' ');
      })
      .join('\n');
  }
}

/** Nothing changes outside of the library, whatever the links in it lead to. */
export function outsideIsUnchanged(outside: OutsideFolder): string[] {
  return unless(outside.isAsBefore, `what links in the library lead to was changed, in ${outside.folder}`);
}
