import { join } from 'node:path';
import { type DraftRow, draftRowSchema } from '../../../../shared/domain/draft/draft';
import type { Change } from '../../../../shared/domain/history/change';
import { isLink, readdir } from '../files/disk';
import { articlePaths } from '../paths';
import { DraftFiles } from '../review/draft-files';
import { isTextMapName } from '../review/text-map-file';
import type { CheckedArticle, CheckWork } from './check-work';
import { readFileForCheck } from './read-file-for-check';
import { findDraftRepair } from './repairs';

/** Checks that the text of every draft, also of those whose import was undone, is the one that was imported. */
export async function checkDrafts(
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
