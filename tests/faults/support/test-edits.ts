import type { Attachment } from '../../../shared/domain/attachment';
import { markClaim } from '../../../shared/domain/claims/claim-edits';
import type { Draft } from '../../../shared/domain/draft/draft';
import type { ProposedChange } from '../../../shared/domain/history/change';
import { goodStanding } from '../../../shared/domain/sources/source-standing';
import { millSources } from '../../libraries/sources';
import type { TestCore } from '../../unit/main/support/start-core';

const at = '2026-01-02T00:00:00.000Z';

/** A change that marks words as a claim, which has the change's id as well. */
export function createMark(draft: Draft, id: string, start = 0): ProposedChange {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `${id}.${ids}`.replace('.', '-');
  };
  return { id, ...markClaim(draft, { start, end: start + 8 }, 'verified', { by: null, at, newId }).step };
}

/** Marks words of an article as a claim. Doing so again with the same id changes nothing. */
export async function mark({ call }: TestCore, articleId: string, id: string, start = 0): Promise<void> {
  const { draft } = await call('review.open', { articleId });
  await call('review.apply', { articleId, change: createMark(draft, id, start) });
}

/** Adds a source to an article. */
export async function addSource({ call }: TestCore, articleId: string, id: string): Promise<void> {
  const create = { id, ...millSources.ledger, ...goodStanding };
  const edits: ProposedChange['edits'] = [{ table: 'sources', id, create }];
  await call('review.apply', { articleId, change: { id: `add-${id}`, action: 'evidence.attach', edits } });
}

/** Attaches the file that the dialog picks to a source. */
export async function attach(
  { call }: TestCore,
  articleId: string,
  sourceId: string,
  id: string,
): Promise<void> {
  const picked = await call('vault.pick', { taskId: id, articleId });
  const [file] = picked?.files ?? [];
  if (!file) throw new Error(picked?.problems.join(' ') ?? 'no file was picked');
  const attachment: Attachment = { ...file, id, sourceId, addedAt: at };
  const edits: ProposedChange['edits'] = [{ table: 'attachments', id, create: attachment }];
  await call('review.apply', { articleId, change: { id: `change-${id}`, action: 'evidence.attach', edits } });
}
