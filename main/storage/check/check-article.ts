import { basename, join } from 'node:path';
import equal from 'fast-deep-equal';
import { getErrorCode } from '#main/base/stet-error.ts';
import { type DraftRow, draftRowSchema } from '#shared/domain/base/draft.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import type { Change } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { createEmptyReview, getArticle, getNewestDraft } from '#shared/domain/review/review.ts';
import type { ReviewData } from '#shared/domain/review/review-data.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import { type TableName, tableNames } from '#shared/domain/review/tables.ts';
import { type ArticleSummary, summaryFormat } from '../article/article-summary.ts';
import { isConflictName, isUnknownHistoryName } from '../article/conflict-files.ts';
import { readCopyOrigin } from '../article/copies.ts';
import { DraftFiles, isTextMapName } from '../article/draft-files.ts';
import { verifyFolder } from '../backup/pool.ts';
import { isLink, readdir, readFile } from '../disk/disk.ts';
import { describeReadFailure } from '../disk/disk-messages.ts';
import { articlePaths } from '../disk/paths.ts';
import { parseInSlices } from '../history/history-format.ts';
import { isTakenOver, type Snapshot, snapshotFormat } from '../history/snapshot-file.ts';
import { listReferencedFiles } from '../vault/sweep-vault.ts';
import {
  type CheckedArticle,
  type CheckWork,
  Findings,
  readFileForCheck,
  readStoreForCheck,
} from './check-work.ts';
import { findDraftRepair, findVaultRepair, rebuildSnapshot, setCacheAside } from './repairs.ts';

/**
 * Compares the summary of an article with its history. An outdated summary is no finding, because the next start makes it again.
 */
async function checkSummary(article: CheckedArticle, work: CheckWork): Promise<void> {
  const { id, folder, title, review } = article;
  const path = articlePaths(folder).summary;
  const where = { title, file: `articles/${id}/summary.json` };
  const way = { repair: setCacheAside(path, work) };
  const summary = await readStoreForCheck(path, summaryFormat, where, work, way);
  if (!review || !article.isWhole || summary?.historyBytes !== article.historyBytes) return;
  if (!isEntryOf(summary.entry, article) || !hasSources(summary.sources, review))
    work.found.damage(where, 'The summary of this article is not what its history says.', way);
}

function hasSources(sources: ArticleSummary['sources'], review: Review): boolean {
  return (
    sources.length === review.sources.size &&
    sources.every(({ source }) => equal(source, review.sources.get(source.id)))
  );
}

/** Whether an entry has the facts of an article. Its counts of claims are not compared, because their rules change. */
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
  { id, folder, title }: CheckedArticle,
  changes: readonly Change[],
  work: CheckWork,
): Promise<void> {
  const { found, giveWay } = work;
  const paths = articlePaths(folder);
  // Another check reports links.
  if (await isLink(paths.drafts)) return;
  const where = (name: string) => ({ title, file: `articles/${id}/drafts/${name}` });
  const drafts = new DraftFiles(paths.drafts, work);
  const lost: DraftRow[] = [];
  for (const row of collectDraftRows(changes).values()) {
    found.counts.drafts += 1;
    if (!(await drafts.peek(row))) lost.push(row);
    const hasMap = row.origin.kind === 'file' && row.origin.sha256 !== null;
    if (hasMap && !(await drafts.peekMap(row)))
      found.note(
        where(`${row.sha256}.map.json`),
        `The map from draft ${row.number} to its Word file is missing or damaged.`,
        { remedy: 'The article is whole. The map is only used to write into that file.' },
      );
    await giveWay();
  }
  for (const row of lost)
    found.damage(where(`${row.sha256}.json`), `The text of draft ${row.number} is missing or damaged.`, {
      repair: await findDraftRepair(paths.drafts, row, work),
      remedy: 'Put a copy of the file back, or import the same draft again.',
    });
  // Other files are checked, too: nothing needs them, but the reviewer should know that they are damaged.
  for (const name of await readdir(paths.drafts).catch(() => []))
    if (name.endsWith('.json') && !isTextMapName(name) && !lost.some(({ sha256 }) => name.startsWith(sha256)))
      await readFileForCheck(join(paths.drafts, name), where(name), work);
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

/** The history of an article and its findings, which lack the title, because only the history has it. */
type CheckedHistory = Pick<CheckedArticle, 'changes' | 'sums' | 'historyBytes' | 'isWhole' | 'review'> & {
  findings: Findings;
};

const openToRepair = {
  remedy:
    'Open the article: Stet repairs it from what is whole, and keeps the damaged file. Or restore it from a backup.',
};

/** Verifies every line of a history and its place in the chain, then applies every change. */
async function checkHistory(
  folder: string,
  { found, giveWay, signal, onBytes, ...access }: CheckWork,
): Promise<CheckedHistory> {
  const id = basename(folder);
  const where = { title: null, file: `articles/${id}/history.jsonl` };
  const findings = new Findings();
  let bytes: Buffer;
  try {
    bytes = await readFile(articlePaths(folder).history);
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') findings.damage(where, 'The history is missing.', openToRepair);
    else findings.unchecked(where, `The history can’t be read: ${describeReadFailure(error)}.`);
    return { changes: null, sums: [], historyBytes: null, isWhole: false, review: null, findings };
  }
  onBytes('', bytes.length);
  await giveWay();
  const { changes, sums, problem } = await parseInSlices(bytes, giveWay, signal);
  if (problem?.kind === 'damaged')
    findings.damage(where, `Line ${problem.line} of the history is damaged.`, openToRepair);
  if (problem?.kind === 'newer')
    findings.unchecked(where, `Line ${problem.line} of the history was written by a newer Stet.`, {
      remedy: 'Update Stet to check it.',
    });
  const { review, misfit } = await applyAll(changes, { giveWay, signal });
  if (misfit !== null)
    findings.damage(where, `Change ${misfit} does not fit the ones before it.`, openToRepair);
  found.counts.changes += changes.length;
  const article = review.drafts.size > 0 ? review.article.values().next().value : undefined;
  if (!article && !problem) findings.damage(where, 'The history has no article.', openToRepair);
  // A folder with an id of its own may hold another continuation of an article, which a small file names.
  if (article && article.id !== id && (await readCopyOrigin(folder, access))?.articleId !== article.id)
    findings.damage(
      where,
      `The folder holds the article ${article.id}, and not the one that it is named after.`,
      { remedy: 'Give the folder the name of its article, if there is no other folder with that name.' },
    );
  const isWhole = findings.list.length === 0;
  return { changes, sums, historyBytes: bytes.length, isWhole, review: article ? review : null, findings };
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

async function checkSnapshot(
  article: CheckedArticle,
  review: Review,
  changes: readonly Change[],
  work: CheckWork,
): Promise<void> {
  const { id, folder, title, sums, isWhole } = article;
  const where = { title, file: `articles/${id}/review.json` };
  const way = { repair: isWhole ? rebuildSnapshot({ folder, sums, review }, work) : null };
  const snapshot = await readStoreForCheck(articlePaths(folder).snapshot, snapshotFormat, where, work, way);
  if (!snapshot) return;
  const { lastSeq, lastSum } = snapshot;
  if (lastSeq > changes.length) {
    // A snapshot that a repair took over is made again when the article is closed.
    if (isWhole && !isTakenOver(snapshot, changes))
      work.found.damage(
        { title, file: `articles/${id}/history.jsonl` },
        `The history ends with change ${changes.length}, although ${lastSeq} were saved.`,
        {
          remedy:
            'Open the article: Stet goes on from the newer state. Or restore the history from a backup.',
        },
      );
  } else if (sums[lastSeq - 1] !== lastSum || !(await fitsHistory(snapshot, changes, work)))
    work.found.damage(where, 'The state that is kept for opening quickly is not what the history says.', way);
}

async function fitsHistory(
  { lastSeq, review }: Snapshot,
  changes: readonly Change[],
  work: CheckWork,
): Promise<boolean> {
  const replayed = await applyAll(changes.slice(0, lastSeq), work);
  // The check of the history reports a change that does not fit.
  if (replayed.misfit !== null) return true;
  const expected = reviewToData(replayed.review);
  return tableNames.every((table) => hasSameRows(table, review, expected));
}

/** Whether a table has the same entities in both reviews, in any order. */
function hasSameRows(table: TableName, a: ReviewData, b: ReviewData): boolean {
  const byId = (data: ReviewData) => new Map(data[table].map((entity) => [entity.id, entity]));
  const [left, right] = [byId(a), byId(b)];
  return left.size === right.size && [...left].every(([id, entity]) => equal(entity, right.get(id)));
}

/** Checks that every file in the vault matches its name, and that no file is missing that the history references. */
async function checkVault(
  { id, folder, title, isWhole }: CheckedArticle,
  changes: readonly Change[],
  work: CheckWork,
): Promise<void> {
  const { found } = work;
  const { vault } = articlePaths(folder);
  // Another check reports links.
  if (await isLink(vault)) return;
  const referenced = listReferencedFiles(changes);
  const onBytes = (bytes: number) => work.onBytes(title, bytes);
  for await (const { sha256, state, bytes } of verifyFolder(vault, referenced, { ...work, onBytes })) {
    if (state === 'unchanged') {
      found.counts.vaultFiles += 1;
      found.counts.vaultBytes += bytes;
      continue;
    }
    if (await isLink(join(vault, sha256))) continue;
    const where = { title, file: `articles/${id}/vault/${sha256}` };
    const what = state === 'missing' ? 'is missing' : 'is not the file that was attached: it was altered';
    if (referenced.has(sha256))
      found.damage(where, `An attached file ${what}.`, {
        repair: await findVaultRepair(vault, sha256, work),
        remedy: 'Attach the original again.',
      });
    else found[isWhole ? 'note' : 'damage'](where, `A stored file that nothing references ${what}.`);
  }
}

/** JSON files whose content is checked, too, not only the checksum. */
const checkedByContent = new Set(['review.json', 'summary.json']);

/** Checks everything in the folder of an article. Rejects with the signal's reason only. */
export async function checkArticle(folder: string, work: CheckWork): Promise<CheckedArticle> {
  const { found } = work;
  const id = basename(folder);
  found.counts.articles += 1;
  const { findings, ...history } = await checkHistory(folder, work);
  const { review, changes } = history;
  const title = review ? getArticle(review).title : id;
  for (const finding of findings.list) found.list.push({ ...finding, title });
  const article = { ...history, id, folder, title };
  if (review && changes) {
    await checkSnapshot(article, review, changes, work);
    await checkDrafts(article, changes, work);
    await checkVault(article, changes, work);
  }
  await checkSummary(article, work);
  await checkSideFiles(article, work);
  return article;
}

/**
 * Verifies the checksums of the other JSON files of an article. Reports files whose names begin like that of the history, because a
 * sync tool may have put changes there.
 */
async function checkSideFiles({ id, folder, title }: CheckedArticle, work: CheckWork): Promise<void> {
  const { found } = work;
  const where = (name: string) => ({ title, file: `articles/${id}/${name}` });
  const names = await readdir(folder).catch((error) => {
    const problem = `The folder can’t be read: ${describeReadFailure(error)}.`;
    found.unchecked({ title, file: `articles/${id}` }, problem);
    return [];
  });
  for (const name of names.filter(isConflictName))
    found.note(where(name), 'A sync tool left another version of the history here.', {
      remedy: 'It is taken in when the article is opened for editing.',
    });
  for (const name of names.filter(isUnknownHistoryName))
    found.note(
      where(name),
      'This file has a name like that of the history, but not one that Stet or a sync tool known to it gives.',
      {
        remedy:
          'Stet leaves it alone. If a sync tool made it, rename it to “history (conflicted copy).jsonl” and open the article.',
      },
    );
  for (const name of names.filter((one) => one.endsWith('.json') && !checkedByContent.has(one)))
    await readFileForCheck(join(folder, name), where(name), work);
}
