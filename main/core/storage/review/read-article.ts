import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Draft } from '../../../../shared/domain/draft';
import type { Change } from '../../../../shared/domain/history/change';
import { getArticle, getNewestDraft, type Review } from '../../../../shared/domain/review/review';
import { addRecutSentences } from '../../../../shared/domain/review/review-copy';
import { getErrorCode } from '../../errors/error-code';
import type { FilePlatform, LoadResult } from '../files/durable-json-file';
import { describeReadProblem } from '../files/recovery-messages';
import { articlePaths } from '../paths';
import {
  copiedFolderError,
  describeHistoryProblem,
  misfitMessage,
  missingFolderError,
  missingHistoryError,
  newerSnapshotMessage,
  nothingToShowError,
  shortHistoryMessage,
  unreadableHistoryError,
} from './article-messages';
import { DraftFiles } from './draft-files';
import { type HistoryEnd, readHistory } from './history/read-history';
import { readCopyOrigin } from './outside/copy-origin';
import { findRecutSentences } from './recut-sentences';
import { belongsToHistory, replay } from './replay';
import { readSnapshot, type Snapshot } from './snapshot-file';

/** The result of reading an article from its folder. `loadReviewStore` makes the store of it. */
export interface ArticleContent {
  readonly review: Review;
  /** The newest draft. */
  readonly draft: Draft;
  /** The whole history, oldest first, as far as it can be read. */
  readonly changes: readonly Change[];
  /** The intact lines of the history: their bytes, and the last of them. */
  readonly history: { content: Buffer; end: HistoryEnd };
  readonly snapshot: LoadResult<Snapshot>;
  /** The number of the last change that the snapshot on the disk contains; 0 when it has to be written anew. */
  readonly savedSeq: number;
  /** Why the article must not be written to; null when it may. */
  readonly readOnlyReason: string | null;
  /** Problems with the files, in plain words: what happened, and what was kept. */
  readonly problems: readonly string[];
}

/**
 * Reads an article from its folder: the snapshot, the changes after it, the text of the newest draft. Writes nothing, but
 * renames a damaged snapshot. Rejects with `notFound`, or with `damaged` when there is too little to show.
 */
export async function readArticle(folder: string, platform: FilePlatform): Promise<ArticleContent> {
  const paths = articlePaths(folder);
  const snapshot = await readSnapshot(paths.snapshot, platform);
  const { changes, sums, content, end, problem } = await readHistoryOf(folder);
  const { review, lastSeq, isComplete } = replay(snapshot.state === 'read' ? snapshot.data : null, {
    changes,
    sums,
  });
  if (review.drafts.size === 0 || review.article.size === 0) throw nothingToShowError();
  const { id } = getArticle(review);
  // Two folders with the same article would be edited in turn without anybody noticing.
  if (id !== basename(folder) && (await readCopyOrigin(folder, platform))?.articleId !== id)
    throw copiedFolderError(folder, id);
  const readOnlyReasons = [
    problem && describeHistoryProblem(problem),
    isComplete ? null : misfitMessage(lastSeq + 1),
    changes.length < lastSeq && !problem ? shortHistoryMessage : null,
    snapshot.state === 'newer' ? newerSnapshotMessage : null,
  ].filter((reason) => reason !== null);
  const snapshotProblem = describeReadProblem(
    snapshot,
    'the state of this article',
    'It was worked out again from the history; nothing is lost.',
  );
  const drafts = new DraftFiles(paths.drafts, platform);
  const draft = await drafts.read(getNewestDraft(review));
  addRecutSentences(
    review,
    await findRecutSentences(changes, { review, newestDraft: draft, drafts, platform }),
  );
  return {
    review,
    draft,
    changes,
    history: { content, end },
    snapshot,
    savedSeq:
      snapshot.state === 'read' && belongsToHistory(snapshot.data, { sums }) ? snapshot.data.lastSeq : 0,
    // The window says by itself that the library can't be written to.
    readOnlyReason: platform.access.refusal ?? readOnlyReasons[0] ?? null,
    problems:
      snapshot.state === 'newer' || snapshotProblem === null
        ? readOnlyReasons
        : [...readOnlyReasons, snapshotProblem],
  };
}

async function readHistoryOf(folder: string) {
  try {
    return await readHistory(articlePaths(folder).history);
  } catch (error) {
    if (getErrorCode(error) !== 'ENOENT') throw unreadableHistoryError(error);
    const hasFolder = await stat(folder).then(
      () => true,
      () => false,
    );
    throw hasFolder ? missingHistoryError() : missingFolderError();
  }
}
