import { join } from 'node:path';
import type { ProposedChange } from '../../../../shared/domain/history/change';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { importPastedText } from '../../../../shared/import/text/import-text';
import { openTestLibrary, type TestLibrary } from '../../../libraries/test-library';
import { type SeededCheck, toProposal } from '../articles/seeded-check';

/**
 * Puts an article into the library before the app starts: a text as pasting would do, or a check that is already done.
 * Returns the article's title.
 */
export async function storeArticle(userData: string, article: string | SeededCheck): Promise<string> {
  const library = openTestLibrary(join(userData, 'library'), { userDataFolder: userData });
  const title = await (typeof article === 'string'
    ? storeText(library, article)
    : storeCheck(library, article));
  await library.core.close();
  return title;
}

/** Puts a proposal, and the drafts after it, into the library before the app starts. Resolves to the article's id. */
export async function storeProposal(
  userData: string,
  proposal: DraftProposal,
  ...nextDrafts: readonly DraftProposal[]
): Promise<string> {
  const library = openTestLibrary(join(userData, 'library'), { userDataFolder: userData });
  const { articleId } = await library.createArticle(proposal);
  for (const draft of nextDrafts) await library.article(articleId).acceptDraft(draft);
  await library.core.close();
  return articleId;
}

async function storeText(library: TestLibrary, text: string): Promise<string> {
  const imported = importPastedText(text);
  if (!imported.ok) throw new Error(imported.problem.message);
  await library.createArticle(imported.proposal);
  return imported.proposal.title;
}

async function storeCheck(library: TestLibrary, check: SeededCheck): Promise<string> {
  const { articleId } = await library.createArticle(toProposal(check));
  const { review } = await library.call('review.open', { articleId });
  const apply = async (edits: ProposedChange['edits']) => {
    const change = { id: library.platform.newId(), action: 'evidence.attach' as const, edits };
    await library.call('review.apply', { articleId, change });
  };
  for (const [index, { files = [], derivedFromIndex }] of check.sources.entries()) {
    const source = review.sources[index];
    const origin = derivedFromIndex === undefined ? undefined : review.sources[derivedFromIndex];
    if (!source) throw new Error('the review has fewer sources than the check');
    if (origin) {
      const update = { before: { derivedFrom: null }, after: { derivedFrom: origin.id } };
      await apply([{ table: 'sources', id: source.id, update }]);
    }
    for (const [name, content] of files) {
      const stored = await library.article(articleId).storeFile(name, content);
      const id = library.platform.newId();
      const addedAt = '2026-11-24T09:00:00.000Z';
      await apply([{ table: 'attachments', id, create: { ...stored, id, sourceId: source.id, addedAt } }]);
    }
  }
  return check.title;
}
