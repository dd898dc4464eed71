import { join } from 'node:path';
import type { ProposedChange } from '../../../shared/domain/history/change';
import { importPaste } from '../../../shared/import/text/import-text';
import { type Desk, openDesk } from '../../libraries/desk';
import { proposalOf, type SeededCheck } from './checked-article';

/**
 * Puts an article into the library of an app that is not started: as pasting its text would, or with a check that was done
 * before. Its title.
 */
export async function storeArticle(userData: string, article: string | SeededCheck): Promise<string> {
  const desk = openDesk(join(userData, 'library'));
  const title = await (typeof article === 'string' ? storeText(desk, article) : storeCheck(desk, article));
  await desk.core.close();
  return title;
}

async function storeText(desk: Desk, pasted: string): Promise<string> {
  const imported = importPaste(pasted);
  if (!imported.ok) throw new Error(imported.problem.message);
  await desk.call('article.create', imported.proposal);
  return imported.proposal.title;
}

async function storeCheck(desk: Desk, check: SeededCheck): Promise<string> {
  const { articleId } = await desk.call('article.create', proposalOf(check));
  const { review } = await desk.call('review.open', { articleId });
  const attach = async (edits: ProposedChange['edits']) => {
    const change = { id: desk.outside.newId(), action: 'evidence.attach' as const, edits };
    await desk.call('review.apply', { articleId, change });
  };
  for (const [at, { files = [], repeats }] of check.sources.entries()) {
    const source = review.sources[at];
    const origin = repeats === undefined ? undefined : review.sources[repeats];
    if (!source) throw new Error('the sources are not in their order');
    if (origin) {
      const update = { before: { derivedFrom: null }, after: { derivedFrom: origin.id } };
      await attach([{ table: 'sources', id: source.id, update }]);
    }
    for (const [name, content] of files) {
      const kept = await desk.article(articleId).keep(name, content);
      const id = desk.outside.newId();
      const addedAt = '2026-11-24T09:00:00.000Z';
      await attach([{ table: 'attachments', id, create: { ...kept, id, sourceId: source.id, addedAt } }]);
    }
  }
  return check.title;
}
