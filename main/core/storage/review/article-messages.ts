import { basename } from 'node:path';
import type { DraftRow } from '../../../../shared/domain/draft/draft';
import { StetError } from '../../errors/stet-error';
import { describeReadFailure } from '../files/disk-messages';
import type { HistoryProblem } from '../history/read-history';

const shownReadOnly =
  'What came before is shown and can be exported, but not edited; the file is kept as it is. A backup copy of it would help.';

export const newerSnapshotMessage =
  'A newer Stet worked on this article. It is shown, and left as it is. Update Stet to edit it.';

export const linkedVaultMessage =
  'The folder “vault” of this article is a link to another place. Stet follows no link inside a library: the attached files there are not read, and nothing is changed. The article is shown and can be exported, but not edited. Put the folder itself in its place to go on.';

export const shortHistoryMessage = `The end of this article’s history is missing. ${shownReadOnly}`;

/** `seq` is the number of the change that does not fit. */
export function misfitMessage(seq: number): string {
  return `Change ${seq} in this article’s history does not fit the ones before it. ${shownReadOnly}`;
}

export function describeHistoryProblem({ kind, line }: HistoryProblem): string {
  if (kind === 'missing') return missingHistoryMessage;
  if (kind === 'foreign') return foreignHistoryMessage;
  return kind === 'newer'
    ? 'A newer Stet worked on this article. What this one understands is shown, and nothing is written. Update Stet to edit it.'
    : `Line ${line} of this article’s history (history.jsonl) is damaged. ${shownReadOnly}`;
}

const missingHistoryMessage =
  'The history of this article (history.jsonl) is missing. What the snapshot has is shown and can be exported, but not edited.';

const foreignHistoryMessage =
  'The history in this article’s folder (history.jsonl) is that of another article. What the snapshot has is shown and can be exported, but not edited.';

export const foreignSnapshotMessage =
  'The snapshot in this article’s folder (review.json) was that of another article.';

/** Says how the state was worked out without a usable snapshot. */
export function describeRebuilt(isHistoryWhole: boolean): string {
  return isHistoryWhole
    ? 'The state was worked out again from the history; nothing is lost with it.'
    : 'What is shown was worked out from the part of the history that can be read.';
}

/** `lost` are the drafts that can't be read, newest first; `shown` is the number of the one that is shown. */
export function describeLostDrafts(lost: readonly DraftRow[], shown: number): string {
  const [newest] = lost;
  const file = newest ? `${newest.sha256}.json` : 'its file';
  if (newest?.number === shown)
    return `The text of this article can’t be read (drafts/${file}). Its claims and sources are shown without it and can be exported, but not edited. Put a copy of that file back to have the text again.`;
  return `The text of draft ${newest?.number} can’t be read (drafts/${file}). Draft ${shown} is shown instead, with all claims and sources, and can be exported, but not edited; claims that stand only in the newer text have no place. Put a copy of that file back to go on.`;
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
  return new StetError('damaged', `This article can’t be read: ${describeReadFailure(error)}.`, {
    cause: error,
  });
}
