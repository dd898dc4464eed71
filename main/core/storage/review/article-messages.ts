import { basename } from 'node:path';
import { StetError } from '../../errors/stet-error';
import { describeDiskError } from '../files/disk-messages';
import type { HistoryProblem } from './history/read-history';

const shownReadOnly =
  'What came before is shown and can be exported, but not edited; the file is kept as it is. A backup copy of it would help.';

export const newerSnapshotMessage =
  'A newer Stet worked on this article. It is shown, and left as it is. Update Stet to edit it.';

export const shortHistoryMessage = `The end of this article’s history is missing. ${shownReadOnly}`;

/** `seq` is the number of the change that does not fit. */
export function misfitMessage(seq: number): string {
  return `Change ${seq} in this article’s history does not fit the ones before it. ${shownReadOnly}`;
}

export function describeHistoryProblem({ kind, line }: HistoryProblem): string {
  return kind === 'newer'
    ? 'A newer Stet worked on this article. What this one understands is shown, and nothing is written. Update Stet to edit it.'
    : `Line ${line} of this article’s history (history.jsonl) is damaged. ${shownReadOnly}`;
}

/** Too little of the article can be read to show it. */
export function nothingToShowError(): StetError {
  return new StetError(
    'damaged',
    'The history of this article is damaged from its first line, so it can’t be shown. ' +
      'Its folder is kept as it is; put a copy of history.jsonl back to open it.',
  );
}

/** The folder is named otherwise than the article in it, whose id is `id`. */
export function copiedFolderError(folder: string, id: string): StetError {
  const message = `The folder ${basename(folder)} holds a copy of another article. To open it, name it ${id}.`;
  return new StetError('damaged', message);
}

export function missingFolderError(): StetError {
  return new StetError('notFound', 'This article is no longer in the library: its folder is gone.');
}

export function missingHistoryError(): StetError {
  return new StetError(
    'damaged',
    'The history of this article (history.jsonl) is missing. Its folder is kept as it is; put the file back to open it.',
  );
}

export function unreadableHistoryError(error: unknown): StetError {
  return new StetError('damaged', `This article can’t be read: ${describeDiskError(error).why}.`, {
    cause: error,
  });
}
