import equal from 'fast-deep-equal';
import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import type { Change } from '../../../../shared/domain/history/change';
import { createEmptyReview, type Review } from '../../../../shared/domain/review/review';
import { type ReviewData, reviewToData } from '../../../../shared/domain/review/review-copy';
import { type TableName, tableNames } from '../../../../shared/domain/review/tables';
import { parseJsonFile } from '../files/json-file-format';
import { articlePaths } from '../paths';
import { isTakenOver, type Snapshot, snapshotFormat } from '../review/snapshot-file';
import type { CheckedArticle, CheckWork } from './check-work';
import { readFileForCheck } from './read-file-for-check';
import { rebuildSnapshot } from './repairs';

interface ReplayedArticle extends CheckedArticle {
  changes: readonly Change[];
  review: Review;
}

/** Compares the snapshot with what the history says. */
export async function checkSnapshot(article: ReplayedArticle, work: CheckWork): Promise<void> {
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
      ...{ kind: 'damage' as const, ...where, repair },
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
