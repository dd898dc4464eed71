import { StetError } from '#main/base/stet-error.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { asNotStored, describeDiskError, notSavedError } from '../disk/disk-messages.ts';
import type { HistoryFile } from '../history/history-file.ts';
import type { CommonLine } from '../history/history-format.ts';

/** The error when the history on the disk differs from the one on the screen. Both are kept. */
export function changedOutsideError(): StetError {
  return new StetError(
    'notSaved',
    'Not saved: this article was changed outside Stet, by a sync tool or another computer. What was found there is kept in the ' +
      'library as a copy of this article. Try again to go on with what is on the screen.',
  );
}

/** The error when a change was written, then the disk failed or another Stet interfered, and the change could not be removed. */
export function maybeStoredError(error: Error): StetError {
  if (error.cause instanceof StetError)
    return new StetError('notSaved', `${error.cause.message} The edit may have been stored all the same.`, {
      cause: error.cause,
    });
  const { why, remedy } = describeDiskError(error.cause);
  return new StetError(
    'notSaved',
    `Not saved for certain: ${why}. The edit may have been stored. ${remedy}, then try again: it is never stored twice.`,
    { cause: error.cause },
  );
}

export const restoredMessage =
  'The history of this article was missing changes on the disk: a sync tool or another program had put an older copy there. ' +
  'Stet has written them again; nothing is lost.';

/** The message after changes that were made elsewhere were added. */
export function addedMessage(count: number): string {
  const what = count === 1 ? 'A change that was' : `${count} changes that were`;
  return `${what} made elsewhere, on another computer or by another Stet, ${count === 1 ? 'is' : 'are'} now part of this article.`;
}

/** The message after other versions of the history were found beside it. */
export function copiesMessage(count: number): string {
  const what =
    count === 1 ? 'Another version of this article was' : `${count} other versions of this article were`;
  return `${what} found, made by another computer at the same time. Nothing is lost: ${count === 1 ? 'it is' : 'they are'} in the library as ${count === 1 ? 'an article of its own' : 'articles of their own'}.`;
}

/** The handlers for changes to the history by another program, such as a sync tool. */
export interface OutsideChanges {
  /** Lines that another process had written behind the end were kept as copies, and taken out of the history. */
  handleSeparated(count: number): void;
  /** The lines that were missing on the disk were written again. */
  handleRestored(): void;
  /** Changes that were made elsewhere were added to the review. */
  handleAdded(count: number): void;
  /**
   * Keeps another continuation of the history as an article of its own. `common` is the last line that both have. Rejects
   * with the system's error.
   */
  keepCopy(history: Buffer, common: CommonLine): Promise<void>;
}

/** Follows a history that another program changed while the article is open, unless that would lose our changes. */
export class DiskFollower {
  readonly #idsFromElsewhere = new Set<string>();

  constructor(
    private readonly history: HistoryFile,
    private readonly outside: OutsideChanges,
    /** Applies changes that were made elsewhere to the review; false, with nothing changed, when they do not fit. */
    private readonly adopt: (changes: readonly Change[]) => Promise<boolean>,
  ) {}

  isFromElsewhere({ id }: Change): boolean {
    return this.#idsFromElsewhere.has(id);
  }

  /**
   * Reconciles the review and the file at the path while the change `ownId` is being saved. Stray lines are kept as copies. Rejects
   * with `notSaved` when the file has another continuation, which is also kept as a copy, or when the disk fails. `consequence` is the
   * sentence about the change in that error.
   */
  async follow(ownId: string, consequence: string): Promise<void> {
    const { history, outside } = this;
    try {
      const found = await history.compareWithDisk();
      for (const other of found.others) await outside.keepCopy(other.history, other.common);
      if (found.kind === 'ahead' && (await this.adopt(found.changes))) {
        await history.adopt(found.content, found.end);
        // The change that is being saved may be among them, if its line was copied before it was acknowledged.
        const added = found.changes.filter(({ id }) => id !== ownId);
        for (const { id } of added) this.#idsFromElsewhere.add(id);
        if (added.length > 0) outside.handleAdded(added.length);
      } else if (found.kind === 'ahead' || found.kind === 'diverged') {
        await outside.keepCopy(found.content, found.common);
        await history.restore();
        throw changedOutsideError();
      }
      if (found.kind === 'behind' || found.hasStrayLines) await history.restore();
      if (found.kind === 'behind') outside.handleRestored();
      if (found.others.length > 0) outside.handleSeparated(found.others.length);
    } catch (error) {
      // Only lines that had been acknowledged were written.
      throw notSavedError(asNotStored(error), consequence);
    }
  }
}
