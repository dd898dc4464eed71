import { basename } from 'node:path';
import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft, DraftRow } from '#shared/domain/base/draft.ts';
import type { Placement } from '#shared/domain/base/placement.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import {
  createEmptyReview,
  findReferrers,
  getArticle,
  putEntity,
  type Review,
  removeEntity,
} from '#shared/domain/review/review.ts';
import { addRecutSentences, reviewFromData } from '#shared/domain/review/review-data.ts';
import { createMaterialChange } from '#shared/text-changes/word-change.ts';
import { isLink, stat } from '../disk/disk.ts';
import { describeReadFailure } from '../disk/disk-messages.ts';
import { describeReadProblem, type FilePlatform, type LoadResult } from '../disk/open-store.ts';
import { articlePaths } from '../disk/paths.ts';
import {
  emptyHistory,
  findArticleId,
  type HistoryEnd,
  type HistoryProblem,
  readHistory,
} from '../history/history-format.ts';
import { minEndBytes, readHistoryEnd, type UnverifiedLines } from '../history/long-history.ts';
import { isSnapshotOf, isTakenOver, readSnapshot, type Snapshot } from '../history/snapshot-file.ts';
import { readArticleId } from './copies.ts';
import { DraftFiles } from './draft-files.ts';
import { collectJudgements, findRecutSentences } from './recut-sentences.ts';

interface ReadableDraft {
  draft: Draft;
  /** The newer drafts whose text can't be read, newest first. */
  lost: readonly DraftRow[];
}

const replacementText = 'The text of this article can’t be read.';

/**
 * Reads the newest draft that can be read. The review is changed as if the newer ones did not exist: claims that stand only in
 * them are listed as lost. When no draft can be read, a sentence stands for the text, so that claims and sources can still be
 * read and exported. Rejects with `readOnly` when a newer Stet wrote a draft.
 */
async function readNewestReadableDraft(review: Review, drafts: DraftFiles): Promise<ReadableDraft> {
  const rows = [...review.drafts.values()].sort((a, b) => b.number - a.number);
  const lost: DraftRow[] = [];
  for (const row of rows) {
    const draft = await readIfWhole(row, drafts);
    if (!draft) {
      lost.push(row);
      continue;
    }
    for (const { id } of lost) hideDraft(review, id);
    if (lost.length > 0) addLostPlacements(review, draft.id);
    return { draft, lost };
  }
  const [newest] = rows;
  if (!newest) throw new Error('the review holds no draft');
  for (const { id } of rows) hideDraft(review, id);
  putEntity(review, 'drafts', newest);
  addLostPlacements(review, newest.id);
  return { draft: createReplacement(newest, getArticle(review).language), lost };
}

async function readIfWhole(row: DraftRow, drafts: DraftFiles): Promise<Draft | null> {
  try {
    return await drafts.read(row);
  } catch (error) {
    if (error instanceof StetError && error.code === 'damaged') return null;
    throw error;
  }
}

/** Removes a draft from the review in memory, with everything that stands in its text. */
function hideDraft(review: Review, draftId: string): void {
  for (const table of ['placements', 'dismissals'] as const)
    for (const { id } of findReferrers(review, `drafts/${draftId}`, table)) removeEntity(review, table, id);
  removeEntity(review, 'drafts', draftId);
}

function addLostPlacements(review: Review, draftId: string): void {
  for (const claim of review.claims.values())
    if (!findPlacement(review, claim.id, draftId))
      putEntity(review, 'placements', createLostPlacement(claim, draftId));
}

function createLostPlacement({ id, judged }: Claim, draftId: string): Placement {
  return {
    id: `lost-${id}`.slice(0, 64),
    claimId: id,
    draftId,
    span: null,
    status: 'lost',
    candidates: [],
    changes: judged ? [createMaterialChange(judged.words, '', 'words')] : [],
    resolved: false,
  };
}

function createReplacement(row: DraftRow, language: string | null): Draft {
  const { id, number, importedAt, origin, sha256 } = row;
  const text = replacementText;
  const block = {
    id: 'replacement',
    kind: 'paragraph',
    level: null,
    page: null,
    startsAtMs: null,
    start: 0,
    end: text.length,
  } as const;
  const body = { text, blocks: [block], marks: [] };
  return { id, number, importedAt, origin, sha256, language, account: null, earlierComments: [], ...body };
}

const shownReadOnly =
  'What came before is shown and can be exported, but not edited; the file is kept as it is. A backup copy of it would help.';

const newerSnapshotMessage =
  'A newer Stet worked on this article. It is shown, and left as it is. Update Stet to edit it.';

const linkedVaultMessage =
  'The folder “vault” of this article is a link to another place. Stet follows no link inside a library: the attached files there are not read, and nothing is changed. The article is shown and can be exported, but not edited. Put the folder itself in its place to go on.';

const shortHistoryMessage = `The end of this article’s history is missing. ${shownReadOnly}`;

/** `seq` is the number of the change that does not fit. */
function misfitMessage(seq: number): string {
  return `Change ${seq} in this article’s history does not fit the ones before it. ${shownReadOnly}`;
}

function describeHistoryProblem({ kind, line }: HistoryProblem): string {
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

const foreignSnapshotMessage =
  'The snapshot in this article’s folder (review.json) was that of another article.';

/** Describes how the state was computed without a usable snapshot. */
function describeRebuilt(isHistoryWhole: boolean): string {
  return isHistoryWhole
    ? 'The state was worked out again from the history; nothing is lost with it.'
    : 'What is shown was worked out from the part of the history that can be read.';
}

/** `lost` are the drafts that can't be read, newest first; `shown` is the number of the one that is shown. */
function describeLostDrafts(lost: readonly DraftRow[], shown: number): string {
  const [newest] = lost;
  const file = newest ? `${newest.sha256}.json` : 'its file';
  if (newest?.number === shown)
    return `The text of this article can’t be read (drafts/${file}). Its claims and sources are shown without it and can be exported, but not edited. Put a copy of that file back to have the text again.`;
  return `The text of draft ${newest?.number} can’t be read (drafts/${file}). Draft ${shown} is shown instead, with all claims and sources, and can be exported, but not edited; claims that stand only in the newer text have no place. Put a copy of that file back to go on.`;
}

/** The error when too little of the article can be read to show it. */
function nothingToShowError(): StetError {
  return new StetError(
    'damaged',
    'The history of this article is damaged from its first line, so it can’t be shown. ' +
      'Its folder is kept as it is; put a copy of history.jsonl back to open it.',
  );
}

/** The error when a folder does not have the name of its article, whose id is `id`. */
function copiedFolderError(folder: string, id: string): StetError {
  const message = `The folder ${basename(folder)} holds a copy of another article. To open it, name it ${id}.`;
  return new StetError('damaged', message);
}

function missingFolderError(): StetError {
  return new StetError('notFound', 'This article is no longer in the library: its folder is gone.');
}

function missingHistoryError(): StetError {
  return new StetError(
    'damaged',
    'The history of this article (history.jsonl) is missing. Its folder is kept as it is; put the file back to open it.',
  );
}

function unreadableHistoryError(error: unknown): StetError {
  return new StetError('damaged', `This article can’t be read: ${describeReadFailure(error)}.`, {
    cause: error,
  });
}

interface ReplayResult {
  review: Review;
  /** The number of the last change that the review contains. */
  lastSeq: number;
  /** Whether every change could be applied. */
  isComplete: boolean;
}

interface HistoryLines {
  changes: readonly Change[];
  /** The checksum of the line of each change. */
  sums: readonly string[];
  /** The line before the first of them: that of no change, when the whole history was read. */
  start?: Pick<HistoryEnd, 'seq'>;
}

/** Applies the changes after `lastSeq` to the review, up to the first that does not fit. */
function applyChanges(
  review: Review,
  { changes, start = emptyHistory }: HistoryLines,
  lastSeq: number,
): ReplayResult {
  for (const [index, { edits }] of changes.slice(lastSeq - start.seq).entries())
    if (!applyEdits(review, edits).ok) return { review, lastSeq: lastSeq + index, isComplete: false };
  return { review, lastSeq: Math.max(lastSeq, start.seq + changes.length), isComplete: true };
}

/**
 * Whether a snapshot may stand for the beginning of a history: it has to name the checksum of the last line that it holds,
 * which a snapshot of another computer, or of another article, can't. One that contains more changes than the history can't
 * be checked; the caller has to report it.
 */
function belongsToHistory(
  { lastSeq, lastSum }: Snapshot,
  { sums, start = emptyHistory }: Pick<HistoryLines, 'sums' | 'start'>,
): boolean {
  return lastSeq > start.seq + sums.length || sums[lastSeq - start.seq - 1] === lastSum;
}

/**
 * Builds the review from the snapshot and the changes after it. The whole history is applied when there is no snapshot that
 * belongs to it, or when the changes do not fit it; when only its end was read, the result is then not complete. A snapshot
 * that contains more changes than the history is returned as it is.
 */
export function replay(snapshot: Snapshot | null, lines: HistoryLines): ReplayResult {
  const { start = emptyHistory } = lines;
  if (snapshot && belongsToHistory(snapshot, lines)) {
    const result = applyChanges(reviewFromData(snapshot.review), lines, snapshot.lastSeq);
    if (result.isComplete || start.seq > 0) return result;
  }
  return applyChanges(createEmptyReview(), lines, 0);
}

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
  // Two folders with the same article could be edited in turn without anybody noticing.
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
    // A smaller number makes closing write the snapshot again.
    savedSeq: saved ? saved.lastSeq - (knowsItsPlace(saved, end) ? 0 : 1) : 0,
    // The window itself shows that the library is read-only.
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
