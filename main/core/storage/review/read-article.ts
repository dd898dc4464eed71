import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Draft } from '../../../../shared/domain/draft';
import type { Change } from '../../../../shared/domain/history/change';
import { articleOf, currentDraft, type Review } from '../../../../shared/domain/review/review';
import { StetError } from '../../errors/stet-error';
import { diskWords, systemCode } from '../files/disk-messages';
import { foundWords } from '../files/recovery-messages';
import { articlePaths } from '../library/article-folder';
import { readDraft } from './draft-files';
import { type HistoryFile, type HistoryProblem, type OpenForAppend, readHistory } from './history-file';
import { replay } from './replay';
import { readSnapshot, type SnapshotFile } from './snapshot-file';

/** An article as it was found on the disk. */
export interface ReadArticle {
  review: Review;
  draft: Draft;
  /** The whole history, oldest first, as far as it can be read. */
  changes: Change[];
  history: HistoryFile;
  snapshot: SnapshotFile;
  /** The last change that the snapshot on the disk holds; 0 when there is none to be used. */
  snapshotSeq: number;
  /** Why nothing may be written to the article; null when it may. */
  readOnly: string | null;
  /** What was found wrong, in plain words: what happened, what was kept. */
  problems: string[];
}

interface ReadContext {
  now: () => Date;
  openFile?: OpenForAppend | undefined;
}

/**
 * Reads an article from its folder: the snapshot, the changes after it, the text of the newest draft. Writes nothing, but
 * sets a damaged snapshot aside. Rejects with `notFound`, or with `damaged` when there is too little to show.
 */
export async function readArticle(folder: string, { now, openFile }: ReadContext): Promise<ReadArticle> {
  const paths = articlePaths(folder);
  const snapshot = await readSnapshot(paths.snapshot, now);
  const { file: history, changes, problem } = await readHistoryOf(folder, openFile);
  const { found } = snapshot.file;
  const { review, lastSeq, complete } = replay(found.state === 'read' ? found.data : null, changes);
  if (review.drafts.size === 0 || review.article.size === 0) throw tooLittle();
  const { id } = articleOf(review);
  // Two folders that call themselves the same article would be edited in turn without anybody noticing.
  if (id !== basename(folder)) throw isACopy(folder, id);
  const locks = [
    historyWords(problem),
    complete
      ? null
      : `Change ${lastSeq + 1} in this article’s history does not fit the ones before it. ${shownReadOnly}`,
    changes.length < lastSeq && !problem
      ? `The end of this article’s history is missing. ${shownReadOnly}`
      : null,
    found.state === 'newer'
      ? 'A newer Stet worked on this article. It is shown, and left as it is. Update Stet to edit it.'
      : null,
  ].filter((lock) => lock !== null);
  const again = foundWords(
    found,
    'the state of this article',
    'It was worked out again from the history; nothing is lost.',
  );
  return {
    review,
    draft: await readDraft(paths.drafts, currentDraft(review), now),
    changes,
    history,
    snapshot,
    snapshotSeq: found.state === 'read' ? found.data.lastSeq : 0,
    readOnly: locks[0] ?? null,
    problems: found.state === 'newer' || again === null ? locks : [...locks, again],
  };
}

const shownReadOnly =
  'What came before is shown and can be exported, but not edited; the file is kept as it is. A backup copy of it would help.';

function historyWords(problem: HistoryProblem | null): string | null {
  if (problem?.kind === 'newer')
    return 'A newer Stet worked on this article. What this one understands is shown, and nothing is written. Update Stet to edit it.';
  return (
    problem && `Line ${problem.line} of this article’s history (history.jsonl) is damaged. ${shownReadOnly}`
  );
}

function tooLittle(): StetError {
  return new StetError(
    'damaged',
    'The history of this article is damaged from its first line, so it can’t be shown. ' +
      'Its folder is kept as it is; put a copy of history.jsonl back to open it.',
  );
}

function isACopy(folder: string, id: string): StetError {
  const words = `The folder ${basename(folder)} holds a copy of another article. To open it, name it ${id}.`;
  return new StetError('damaged', words);
}

async function readHistoryOf(folder: string, openFile: OpenForAppend | undefined) {
  try {
    return await readHistory(articlePaths(folder).history, openFile);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT')
      throw new StetError('damaged', `This article can’t be read: ${diskWords(error).why}.`, {
        cause: error,
      });
    const isThere = await stat(folder).then(
      () => true,
      () => false,
    );
    if (!isThere)
      throw new StetError('notFound', 'This article is no longer in the library: its folder is gone.');
    throw new StetError(
      'damaged',
      'The history of this article (history.jsonl) is missing. Its folder is kept as it is; put the file back to open it.',
    );
  }
}
