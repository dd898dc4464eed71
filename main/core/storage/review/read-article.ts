import type { Draft, DraftRow } from '../../../../shared/domain/draft/draft';
import type { Change } from '../../../../shared/domain/history/change';
import { getArticle, type Review } from '../../../../shared/domain/review/review';
import { addRecutSentences } from '../../../../shared/domain/review/review-data';
import { getErrorCode } from '../../errors/error-code';
import { isLink, stat } from '../files/disk';
import type { FilePlatform, LoadResult } from '../files/durable-json-file';
import { describeReadProblem } from '../files/recovery-messages';
import type { UnverifiedLines } from '../history/earlier-changes';
import { emptyHistory, findArticleId, type HistoryEnd, readHistory } from '../history/read-history';
import { minEndBytes, readHistoryEnd } from '../history/read-history-end';
import { readArticleId } from '../outside/copy-origin';
import { articlePaths } from '../paths';
import {
  copiedFolderError,
  describeHistoryProblem,
  describeLostDrafts,
  describeRebuilt,
  foreignSnapshotMessage,
  linkedVaultMessage,
  misfitMessage,
  missingFolderError,
  missingHistoryError,
  newerSnapshotMessage,
  nothingToShowError,
  shortHistoryMessage,
  unreadableHistoryError,
} from './article-messages';
import { DraftFiles } from './draft-files';
import { readNewestReadableDraft } from './readable-draft';
import { collectJudgements, findRecutSentences } from './recut-sentences';
import { belongsToHistory, replay } from './replay';
import { isSnapshotOf, isTakenOver, readSnapshot, type Snapshot } from './snapshot-file';

/** The result of reading an article from its folder. `loadReviewStore` makes the store of it. */
export interface ArticleContent {
  readonly review: Review;
  /** The newest draft that can be read. */
  readonly draft: Draft;
  /** The whole history, oldest first, as far as it can be read, or its end. */
  readonly changes: readonly Change[];
  /** The intact lines of the history: their bytes, and the last of them. */
  readonly history: { content: Buffer; end: HistoryEnd };
  /** The lines before `changes`, of which nothing was verified yet, when only the end of the history was read. */
  readonly unverified: UnverifiedLines | null;
  readonly snapshot: LoadResult<Snapshot>;
  /** The number of the last change that the snapshot on the disk contains; 0 when it has to be written anew. */
  readonly savedSeq: number;
  /** Why the article must not be written to; null when it may. */
  readonly readOnlyReason: string | null;
  /** Whether a part of the history is damaged or missing, so that a repair may help. */
  readonly isDamaged: boolean;
  /** The newest drafts, as far as their text can't be read, newest first. */
  readonly lostDrafts: readonly DraftRow[];
  /** Problems with the files, in plain words: what happened, and what was kept. */
  readonly problems: readonly string[];
}

/**
 * Reads an article from its folder: the snapshot, the changes after it, the text of the newest draft that can be read. With
 * `part: 'end'`, the lines before the last one of the snapshot may be left for later, when the history is long and its end fits
 * the snapshot. Writes nothing, but renames a damaged snapshot or draft. Rejects with `notFound`, or with `damaged` when there is too
 * little to show.
 */
export async function readArticle(
  folder: string,
  platform: FilePlatform,
  part: 'whole' | 'end' = 'whole',
): Promise<ArticleContent> {
  const paths = articlePaths(folder);
  const articleId = await readArticleId(folder, platform);
  const snapshot = await readSnapshot(paths.snapshot, platform);
  const own = snapshot.state === 'read' && isSnapshotOf(snapshot.data, articleId) ? snapshot.data : null;
  const tail = part === 'end' && own ? await readHistoryEnd(paths.history, own) : null;
  const { changes, sums, content, end, problem } = tail ?? (await readHistoryOf(folder, articleId, own));
  const { start } = tail ?? { start: emptyHistory };
  const isOutdated = own !== null && !tail && own.lastSeq > changes.length && isTakenOver(own, changes);
  const { review, lastSeq, isComplete } = replay(isOutdated ? null : own, { changes, sums, start });
  if (tail && !isComplete) return readArticle(folder, platform, 'whole');
  if (review.drafts.size === 0 || review.article.size === 0) throw nothingToShowError();
  const { id } = getArticle(review);
  // Two folders with the same article would be edited in turn without anybody noticing.
  if (id !== articleId) throw copiedFolderError(folder, id);
  const drafts = new DraftFiles(paths.drafts, platform);
  const { draft, lost } = await readNewestReadableDraft(review, drafts);
  const damage = [
    problem && describeHistoryProblem(problem),
    isComplete ? null : misfitMessage(lastSeq + 1),
    start.seq + changes.length < lastSeq && !problem ? shortHistoryMessage : null,
  ].filter((reason) => reason !== null);
  const readOnlyReasons = [
    ...damage,
    ...((await isLink(paths.vault)) ? [linkedVaultMessage] : []),
    ...(snapshot.state === 'newer' ? [newerSnapshotMessage] : []),
    ...(lost.length > 0 ? [describeLostDrafts(lost, draft.number)] : []),
  ];
  const rebuilt = describeRebuilt(damage.length === 0);
  const snapshotProblem =
    snapshot.state === 'read' && !own
      ? `${foreignSnapshotMessage} ${rebuilt}`
      : describeReadProblem(snapshot, 'the state of this article', rebuilt);
  const judged = collectJudgements(review.claims.values());
  addRecutSentences(
    review,
    await findRecutSentences(judged, { review, newestDraft: draft, drafts, log: platform.log }),
  );
  const saved = own && !isOutdated && belongsToHistory(own, { sums, start }) ? own : null;
  return {
    review,
    draft,
    changes,
    history: { content, end },
    unverified: tail,
    snapshot,
    // One less has the snapshot written again.
    savedSeq: saved ? saved.lastSeq - (knowsItsPlace(saved, end) ? 0 : 1) : 0,
    // The window says by itself that the library can't be written to.
    readOnlyReason: platform.access.refusal ?? readOnlyReasons[0] ?? null,
    isDamaged: damage.length > 0 && problem?.kind !== 'newer' && snapshot.state !== 'newer',
    lostDrafts: lost,
    problems: [
      ...readOnlyReasons,
      ...(snapshot.state === 'newer' || snapshotProblem === null ? [] : [snapshotProblem]),
    ],
  };
}

/** Whether the end of a long history can be found by the snapshot, which one that the check rebuilt does not say. */
function knowsItsPlace({ lastSeq, historyEnd }: Snapshot, end: HistoryEnd): boolean {
  return lastSeq !== end.seq || historyEnd?.bytes === end.bytes || end.bytes < minEndBytes;
}

/** The history, or an empty one when it is missing or of another article and there is a snapshot to show. */
async function readHistoryOf(folder: string, articleId: string, snapshot: Snapshot | null) {
  const none = { changes: [], sums: [], content: Buffer.alloc(0), end: emptyHistory };
  try {
    const history = await readHistory(articlePaths(folder).history);
    const writtenId = findArticleId(history.changes);
    if (writtenId !== null && writtenId !== articleId && snapshot)
      return { ...none, problem: { kind: 'foreign', line: 1 } as const };
    return history;
  } catch (error) {
    if (getErrorCode(error) !== 'ENOENT') throw unreadableHistoryError(error);
    if (snapshot) return { ...none, problem: { kind: 'missing', line: 1 } as const };
    const hasFolder = await stat(folder).then(
      () => true,
      () => false,
    );
    throw hasFolder ? missingHistoryError() : missingFolderError();
  }
}
