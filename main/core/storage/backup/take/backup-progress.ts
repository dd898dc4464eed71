import type { Task } from '../../../tasks/task';

/** The share of reading back in the progress, compared with reading the library. */
const verifyingShare = 0.5;

/** The progress of a backup: each article counts the same, and moves with the bytes that are read of it. */
export class BackupProgress {
  #article = { index: 0, bytes: 0, read: 0 };
  #verified = 0;

  #articles = 0;

  constructor(private readonly task: Pick<Task, 'reportProgress'>) {}

  begin(articles: number): void {
    this.#articles = articles;
  }

  /** `bytes` is the size of the article, or of what the backup before has of it. */
  beginArticle(index: number, bytes: number): void {
    this.#article = { index, bytes, read: 0 };
    this.#report(index);
  }

  addRead(bytes: number): void {
    const article = this.#article;
    article.read += bytes;
    if (article.bytes > 0) this.#report(article.index + Math.min(1, article.read / article.bytes));
  }

  /** `total` is the size in bytes of everything that is read back. */
  addVerified(bytes: number, total: number): void {
    this.#verified += bytes;
    this.#report(this.#articles * (1 + (verifyingShare * this.#verified) / Math.max(1, total)));
  }

  #report(done: number): void {
    this.task.reportProgress('', done, this.#articles * (1 + verifyingShare));
  }
}
