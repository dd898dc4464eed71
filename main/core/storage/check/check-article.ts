import { basename, join } from 'node:path';
import equal from 'fast-deep-equal';
import { type DraftRow, draftRowSchema } from '../../../../shared/domain/draft/draft';
import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import type { Change } from '../../../../shared/domain/history/change';
import type { LibraryEntry } from '../../../../shared/domain/library/library-entry';
import { sha256Schema } from '../../../../shared/domain/primitives';
import { createEmptyReview, getArticle, getNewestDraft, type Review } from '../../../../shared/domain/review/review';
import { type ReviewData, reviewToData } from '../../../../shared/domain/review/review-copy';
import { type TableName, tableNames } from '../../../../shared/domain/review/tables';
import { getErrorCode } from '../../errors/stet-error';
import { parseJsonFile } from '../files/checksummed-json';
import { isLink, lstat, readdir, readFile } from '../files/disk';
import { describeReadFailure } from '../files/disk-messages';
import type { FilePlatform } from '../files/open-store';
import { parseInSlices } from '../history/history-format';
import { type ArticleSummary, summaryFormat } from '../library/article-summary';
import { isConflictName, isUnknownHistoryName } from '../outside/conflict-files';
import { readCopyOrigin } from '../outside/copies';
import { articlePaths } from '../paths';
import { DraftFiles, isTextMapName } from '../review/draft-files';
import { isTakenOver, type Snapshot, snapshotFormat } from '../review/snapshot-file';
import { verifyStoredFile } from '../vault/stored-file';
import { listReferencedFiles } from '../vault/sweep-vault';
import { type CheckedArticle, type CheckWork, type Finding, readFileForCheck } from './check-work';
import { findDraftRepair, findVaultRepair, rebuildSnapshot, setCacheAside } from './repairs';

/**
 * Compares the summary of an article with what its history says. A summary that is older than the history is no finding: the next
 * start makes it again.
 */
async function checkSummary(article: CheckedArticle, work: CheckWork): Promise<void> {
  const { id, folder, title, review } = article;
  const path = articlePaths(folder).summary;
  const where = { title, file: `articles/${id}/summary.json` };
  const repair = setCacheAside(path, work);
  const bytes = await readFileForCheck(path, where, work, { repair });
  if (!bytes) return;
  const parsed = parseJsonFile(bytes, summaryFormat);
  if (parsed.state === 'newer')
    work.found.add({ kind: 'unchecked', ...where, problem: 'The file was written by a newer Stet.' });
  if (parsed.state === 'damaged')
    work.found.add({ kind: 'damage', ...where, problem: `The file is damaged: ${parsed.reason}.`, repair });
  if (parsed.state !== 'read' || !review || !article.isWhole) return;
  const { historyBytes, entry, sources } = parsed.data;
  if (historyBytes !== article.historyBytes) return;
  if (!isEntryOf(entry, article) || !hasSources(sources, review))
    work.found.add({
      kind: 'damage' as const,
      ...where,
      repair,
      problem: 'The summary of this article is not what its history says.',
    });
}

function hasSources(sources: ArticleSummary['sources'], review: Review): boolean {
  return (
    sources.length === review.sources.size &&
    sources.every(({ source }) => equal(source, review.sources.get(source.id)))
  );
}

/** Whether an entry has the facts of an article. The counts of its claims are left out, because rules for them change. */
export function isEntryOf(
  entry: Omit<LibraryEntry, 'binnedAt'>,
  { review, changes }: CheckedArticle,
): boolean {
  if (!review) return true;
  const article = getArticle(review);
  const newest = getNewestDraft(review);
  return (
    entry.title === article.title &&
    entry.byline === article.byline &&
    entry.createdAt === article.createdAt &&
    entry.editedAt === changes?.at(-1)?.at &&
    entry.draft === newest.number &&
    entry.words === newest.words
  );
}

/** Checks that the text of every draft, also of those whose import was undone, is the one that was imported. */
async function checkDrafts(
  { id, folder, title }: Pick<CheckedArticle, 'id' | 'folder' | 'title'>,
  changes: readonly Change[],
  work: CheckWork,
): Promise<void> {
  const { found, giveWay } = work;
  const paths = articlePaths(folder);
  // A link is named by `check-links.ts`.
  if (await isLink(paths.drafts)) return;
  const drafts = new DraftFiles(paths.drafts, work);
  const lost: DraftRow[] = [];
  for (const row of collectDraftRows(changes).values()) {
    found.counts.drafts += 1;
    if (!(await drafts.peek(row))) lost.push(row);
    if (isKeptFile(row) && !(await drafts.peekMap(row)))
      found.add({
        ...{ kind: 'note' as const, title, file: `articles/${id}/drafts/${row.sha256}.map.json` },
        problem: `The map from draft ${row.number} to its Word file is missing or damaged.`,
        remedy: 'The article is whole. The map is only used to write into that file.',
      });
    await giveWay();
  }
  for (const row of lost)
    found.add({
      ...{ kind: 'damage' as const, title, file: `articles/${id}/drafts/${row.sha256}.json` },
      problem: `The text of draft ${row.number} is missing or damaged.`,
      repair: await findDraftRepair(paths.drafts, row, work),
      remedy: 'Put a copy of the file back, or import the same draft again.',
    });
  await checkOtherFiles({ id, folder, title }, lost, work);
}

/** Whether the vault keeps the file of a draft, so that it has a map as well. */
function isKeptFile({ origin }: DraftRow): boolean {
  return origin.kind === 'file' && origin.sha256 !== null;
}

/** A file that is not that of a lost draft is checked as well: nothing needs it, but it is not as it was written. */
async function checkOtherFiles(
  { id, folder, title }: Pick<CheckedArticle, 'id' | 'folder' | 'title'>,
  lost: readonly DraftRow[],
  work: CheckWork,
): Promise<void> {
  const { drafts } = articlePaths(folder);
  const names = await readdir(drafts).catch(() => []);
  const isOfLost = (name: string) => lost.some(({ sha256 }) => name.startsWith(sha256));
  for (const name of names.filter((one) => one.endsWith('.json') && !isTextMapName(one) && !isOfLost(one)))
    await readFileForCheck(join(drafts, name), { title, file: `articles/${id}/drafts/${name}` }, work);
}

/** Collects the rows of all drafts of a history, also of those whose import was undone. */
function collectDraftRows(changes: readonly Change[]): Map<string, DraftRow> {
  const rows = new Map<string, DraftRow>();
  for (const { edits } of changes)
    for (const edit of edits) {
      if (edit.table !== 'drafts' || !('create' in edit)) continue;
      const parsed = draftRowSchema.safeParse(edit.create);
      if (parsed.success) rows.set(edit.id, parsed.data);
    }
  return rows;
}

type HistoryFinding = Omit<Finding, 'title' | 'remedy' | 'repair'> & Partial<Pick<Finding, 'remedy'>>;

/** Article and findings; the findings come without the title, which only the history has. */
type CheckedHistory = Pick<CheckedArticle, 'changes' | 'sums' | 'historyBytes' | 'isWhole' | 'review'> & {
  findings: HistoryFinding[];
};

const openToRepair =
  'Open the article: Stet repairs it from what is whole, and keeps the damaged file. Or restore it from a backup.';

/** Checks every line of a history and its place in the chain, then applies every change. */
async function checkHistory(
  folder: string,
  { found, giveWay, signal, onBytes, ...access }: CheckWork,
): Promise<CheckedHistory> {
  const id = basename(folder);
  const file = `articles/${id}/history.jsonl`;
  let bytes: Buffer;
  try {
    bytes = await readFile(articlePaths(folder).history);
  } catch (error) {
    const isMissing = getErrorCode(error) === 'ENOENT';
    const finding: HistoryFinding = isMissing
      ? { kind: 'damage', file, problem: 'The history is missing.', remedy: openToRepair }
      : { kind: 'unchecked', file, problem: `The history can’t be read: ${describeReadFailure(error)}.` };
    return { changes: null, sums: [], historyBytes: null, isWhole: false, review: null, findings: [finding] };
  }
  onBytes('', bytes.length);
  await giveWay();
  const { changes, sums, problem } = await parseInSlices(bytes, giveWay, signal);
  const findings: HistoryFinding[] = [];
  if (problem?.kind === 'damaged')
    findings.push({
      kind: 'damage' as const,
      file,
      remedy: openToRepair,
      problem: `Line ${problem.line} of the history is damaged.`,
    });
  if (problem?.kind === 'newer')
    findings.push({
      kind: 'unchecked' as const,
      file,
      remedy: 'Update Stet to check it.',
      problem: `Line ${problem.line} of the history was written by a newer Stet.`,
    });
  const { review, misfit } = await applyAll(changes, { giveWay, signal });
  if (misfit !== null)
    findings.push({
      kind: 'damage' as const,
      file,
      remedy: openToRepair,
      problem: `Change ${misfit} does not fit the ones before it.`,
    });
  found.counts.changes += changes.length;
  const hasArticle = review.article.size > 0 && review.drafts.size > 0;
  if (!hasArticle && !problem)
    findings.push({ kind: 'damage', file, problem: 'The history has no article.', remedy: openToRepair });
  if (hasArticle && getArticle(review).id !== id && !(await isCopyOf(folder, getArticle(review).id, access)))
    findings.push({
      kind: 'damage' as const,
      file,
      problem: `The folder holds the article ${getArticle(review).id}, and not the one that it is named after.`,
      remedy: 'Give the folder the name of its article, if there is no other folder with that name.',
    });
  const isWhole = findings.length === 0;
  const shown = hasArticle ? review : null;
  return { changes, sums, historyBytes: bytes.length, isWhole, review: shown, findings };
}

/** A folder with an id of its own may hold another continuation of an article; a small file names that article. */
async function isCopyOf(folder: string, articleId: string, work: FilePlatform): Promise<boolean> {
  return (await readCopyOrigin(folder, work))?.articleId === articleId;
}

/** Applies changes until one does not fit; `misfit` is its number. */
async function applyAll(
  changes: readonly Change[],
  { giveWay, signal }: Pick<CheckWork, 'giveWay' | 'signal'>,
) {
  const review = createEmptyReview();
  for (const [index, { edits }] of changes.entries()) {
    if (!applyEdits(review, edits).ok) return { review, misfit: index + 1 };
    await giveWay();
    signal.throwIfAborted();
  }
  return { review, misfit: null };
}

interface ReplayedArticle extends CheckedArticle {
  changes: readonly Change[];
  review: Review;
}

/** Compares the snapshot with what the history says. */
async function checkSnapshot(article: ReplayedArticle, work: CheckWork): Promise<void> {
  const { id, folder, title, changes, sums } = article;
  const where = { title, file: `articles/${id}/review.json` };
  const repair = article.isWhole ? rebuildSnapshot(article, work) : null;
  const bytes = await readFileForCheck(articlePaths(folder).snapshot, where, work, { repair });
  if (!bytes) return;
  const parsed = parseJsonFile(bytes, snapshotFormat);
  if (parsed.state === 'newer')
    work.found.add({ kind: 'unchecked', ...where, problem: 'The file was written by a newer Stet.' });
  if (parsed.state === 'damaged')
    work.found.add({ kind: 'damage', ...where, problem: `The file is damaged: ${parsed.reason}.`, repair });
  if (parsed.state !== 'read') return;
  const { lastSeq, lastSum } = parsed.data;
  // Made again when the article is closed.
  if (lastSeq > changes.length && isTakenOver(parsed.data, changes)) return;
  if (lastSeq > changes.length && article.isWhole)
    work.found.add({
      ...{ kind: 'damage' as const, title, file: `articles/${id}/history.jsonl` },
      problem: `The history ends with change ${changes.length}, although ${lastSeq} were saved.`,
      remedy: 'Open the article: Stet goes on from the newer state. Or restore the history from a backup.',
    });
  else if (
    lastSeq <= changes.length &&
    (sums[lastSeq - 1] !== lastSum || !(await fitsHistory(parsed.data, changes, work)))
  )
    work.found.add({
      kind: 'damage' as const,
      ...where,
      repair,
      problem: 'The state that is kept for opening quickly is not what the history says.',
    });
}

async function fitsHistory(
  { lastSeq, review }: Snapshot,
  changes: readonly Change[],
  { giveWay, signal }: CheckWork,
): Promise<boolean> {
  const replayed = createEmptyReview();
  for (const { edits } of changes.slice(0, lastSeq)) {
    // A change that does not fit is a finding of the history.
    if (!applyEdits(replayed, edits).ok) return true;
    await giveWay();
    signal.throwIfAborted();
  }
  const expected = reviewToData(replayed);
  return tableNames.every((table) => hasSameRows(table, review, expected));
}

/** Whether a table has the same entities, in whatever order. */
function hasSameRows(table: TableName, a: ReviewData, b: ReviewData): boolean {
  const byId = (data: ReviewData) => new Map(data[table].map((entity) => [entity.id, entity]));
  const [left, right] = [byId(a), byId(b)];
  return left.size === right.size && [...left].every(([id, entity]) => equal(entity, right.get(id)));
}

/** Checks that every file in the vault is what its name says, and that none is missing that the history references. */
async function checkVault(
  { id, folder, title, isWhole }: Pick<CheckedArticle, 'id' | 'folder' | 'title' | 'isWhole'>,
  changes: readonly Change[],
  { found, giveWay, signal, onBytes, ...work }: CheckWork,
): Promise<void> {
  const { vault } = articlePaths(folder);
  // A link is named by `check-links.ts`.
  if (await isLink(vault)) return;
  const referenced = listReferencedFiles(changes);
  const stored = (await readdir(vault).catch(() => [])).filter(
    (name) => sha256Schema.safeParse(name).success,
  );
  const names = new Set([...stored, ...referenced].filter((name) => typeof name === 'string'));
  for (const name of names) {
    const path = join(vault, name);
    if (await isLink(path)) continue;
    const onChunk = async ({ length }: Buffer) => {
      onBytes(title, length);
      await giveWay(length);
    };
    const state = await verifyStoredFile(path, name, onChunk, signal);
    if (state === 'unchanged') {
      found.counts.vaultFiles += 1;
      found.counts.vaultBytes += (await lstat(path)).size;
      continue;
    }
    const file = `articles/${id}/vault/${name}`;
    const what = state === 'missing' ? 'is missing' : 'is not the file that was attached: it was altered';
    if (referenced.has(name))
      found.add({
        kind: 'damage' as const,
        title,
        file,
        problem: `An attached file ${what}.`,
        repair: await findVaultRepair(vault, name, { ...work, giveWay, signal }),
        remedy: 'Attach the original again.',
      });
    else
      found.add({
        kind: isWhole ? ('note' as const) : ('damage' as const),
        title,
        file,
        problem: `A stored file that nothing references ${what}.`,
      });
  }
}

/** JSON files of which not only the checksum is checked. */
const checkedByContent = new Set(['review.json', 'summary.json']);

/** Checks everything in the folder of an article. Rejects with the signal's reason only. */
export async function checkArticle(folder: string, work: CheckWork): Promise<CheckedArticle> {
  const { found } = work;
  const id = basename(folder);
  found.counts.articles += 1;
  const history = await checkHistory(folder, work);
  const { review } = history;
  const title = review && review.article.size > 0 ? getArticle(review).title : id;
  for (const finding of history.findings) found.add({ title, ...finding });
  const article = { ...history, id, folder, title };
  if (review && history.changes) {
    await checkSnapshot({ ...article, review, changes: history.changes }, work);
    await checkDrafts(article, history.changes, work);
    await checkVault(article, history.changes, work);
  }
  await checkSummary(article, work);
  await checkSideFiles(article, work);
  return article;
}

/**
 * The other JSON files of an article carry a checksum as well. Files whose names begin as that of the history are named: a sync
 * tool may have put changes there.
 */
async function checkSideFiles({ id, folder, title }: CheckedArticle, work: CheckWork): Promise<void> {
  const names = await readdir(folder).catch((error) => {
    const problem = `The folder can’t be read: ${describeReadFailure(error)}.`;
    work.found.add({ kind: 'unchecked', title, file: `articles/${id}`, problem });
    return [];
  });
  const note = (name: string, problem: string, remedy: string) =>
    work.found.add({ kind: 'note', title, file: `articles/${id}/${name}`, problem, remedy });
  for (const name of names.filter(isConflictName))
    note(
      name,
      'A sync tool left another version of the history here.',
      'It is taken in when the article is opened for editing.',
    );
  for (const name of names.filter(isUnknownHistoryName))
    note(
      name,
      'This file has a name like that of the history, but not one that Stet or a sync tool known to it gives.',
      'Stet leaves it alone. If a sync tool made it, rename it to “history (conflicted copy).jsonl” and open the article.',
    );
  for (const name of names.filter((one) => one.endsWith('.json') && !checkedByContent.has(one)))
    await readFileForCheck(join(folder, name), { title, file: `articles/${id}/${name}` }, work);
}
