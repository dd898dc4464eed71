import type { Task } from '../../../tasks/task';

/** The share of reading back in the progress, compared with reading the library. */
const verifyingShare = 0.5;

/** The progress of a backup: each article counts the same, and one that was never backed up by its bytes. */
export class BackupProgress {
  #article = { index: 0, bytes: 0, read: 0 };
  #verified = 0;

  constructor(
    private readonly articles: number,
    private readonly task: Pick<Task, 'reportProgress'>,
  ) {}

  /** `bytes` is the size of an article that was never backed up; null for one of which only changes are read. */
  beginArticle(index: number, bytes: number | null): void {
    this.#article = { index, bytes: bytes ?? 0, read: 0 };
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
    this.#report(this.articles * (1 + (verifyingShare * this.#verified) / Math.max(1, total)));
  }

  #report(done: number): void {
    this.task.reportProgress('', done, this.articles * (1 + verifyingShare));
  }
}
