import { StetError } from '../../errors/stet-error';
import { describeDiskError } from '../files/disk-messages';

/** The history has another continuation than the one on the screen. Both are kept. */
export function changedOutsideError(): StetError {
  return new StetError(
    'notSaved',
    'Not saved: this article was changed outside Stet, by a sync tool or another computer. What was found there is kept in the ' +
      'library as a copy of this article. Try again to go on with what is on the screen.',
  );
}

/** A change was written, then the disk or another Stet was in the way, and it could not be taken back. */
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

/** The message after missing lines were written again. */
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
