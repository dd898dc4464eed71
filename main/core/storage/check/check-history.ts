import { basename } from 'node:path';
import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import type { Change } from '../../../../shared/domain/history/change';
import { createEmptyReview, getArticle } from '../../../../shared/domain/review/review';
import { getErrorCode } from '../../errors/error-code';
import { readFile } from '../files/disk';
import { describeReadFailure } from '../files/disk-messages';
import type { FilePlatform } from '../files/durable-json-file';
import { articlePaths } from '../paths';
import { parseInSlices } from '../review/history/read-history';
import { readCopyOrigin } from '../review/outside/copy-origin';
import type { CheckedArticle, CheckWork } from './check-work';
import type { Finding } from './findings';

type HistoryFinding = Omit<Finding, 'title' | 'remedy' | 'repair'> & Partial<Pick<Finding, 'remedy'>>;

/** Article and findings; the findings come without the title, which only the history has. */
type CheckedHistory = Pick<CheckedArticle, 'changes' | 'sums' | 'historyBytes' | 'isWhole' | 'review'> & {
  findings: HistoryFinding[];
};

const openToRepair =
  'Open the article: Stet repairs it from what is whole, and keeps the damaged file. Or restore it from a backup.';

/** Checks every line of a history and its place in the chain, then applies every change. */
export async function checkHistory(
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
      ...{ kind: 'damage' as const, file, remedy: openToRepair },
      problem: `Line ${problem.line} of the history is damaged.`,
    });
  if (problem?.kind === 'newer')
    findings.push({
      ...{ kind: 'unchecked' as const, file, remedy: 'Update Stet to check it.' },
      problem: `Line ${problem.line} of the history was written by a newer Stet.`,
    });
  const { review, misfit } = await applyAll(changes, { giveWay, signal });
  if (misfit !== null)
    findings.push({
      ...{ kind: 'damage' as const, file, remedy: openToRepair },
      problem: `Change ${misfit} does not fit the ones before it.`,
    });
  found.counts.changes += changes.length;
  const hasArticle = review.article.size > 0 && review.drafts.size > 0;
  if (!hasArticle && !problem)
    findings.push({ kind: 'damage', file, problem: 'The history has no article.', remedy: openToRepair });
  if (hasArticle && getArticle(review).id !== id && !(await isCopyOf(folder, getArticle(review).id, access)))
    findings.push({
      ...{ kind: 'damage' as const, file },
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
