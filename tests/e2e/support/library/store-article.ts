import { join } from 'node:path';
import type { ProposedChange } from '../../../../shared/domain/history/change';
import { importPastedText } from '../../../../shared/import/text/import-text';
import { openTestLibrary, type TestLibrary } from '../../../libraries/test-library';
import { proposalOf, type SeededCheck } from '../articles/seeded-check';

/**
 * Puts an article into the library of an app that is not started: as pasting its text would, or with a check that was done
 * before. Its title.
 */
export async function storeArticle(userData: string, article: string | SeededCheck): Promise<string> {
  const library = openTestLibrary(join(userData, 'library'));
  const title = await (typeof article === 'string'
    ? storeText(library, article)
    : storeCheck(library, article));
  await library.core.close();
  return title;
}

async function storeText(library: TestLibrary, pasted: string): Promise<string> {
  const imported = importPastedText(pasted);
  if (!imported.ok) throw new Error(imported.problem.message);
  await library.call('article.create', imported.proposal);
  return imported.proposal.title;
}

async function storeCheck(library: TestLibrary, check: SeededCheck): Promise<string> {
  const { articleId } = await library.call('article.create', proposalOf(check));
  const { review } = await library.call('review.open', { articleId });
  const attach = async (edits: ProposedChange['edits']) => {
    const change = { id: library.platform.newId(), action: 'evidence.attach' as const, edits };
    await library.call('review.apply', { articleId, change });
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
      const kept = await library.article(articleId).storeFile(name, content);
      const id = library.platform.newId();
      const addedAt = '2026-11-24T09:00:00.000Z';
      await attach([{ table: 'attachments', id, create: { ...kept, id, sourceId: source.id, addedAt } }]);
    }
  }
  return check.title;
}
