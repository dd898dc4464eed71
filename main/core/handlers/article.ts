import type { DraftProposal } from '../../../shared/import/proposal';
import { createArticle } from '../storage/library/folders/create-article';
import type { HandlerContext, HandlersOf } from './context';

export function createArticleHandlers({
  platform,
  settings,
  lock,
  library,
  proposals,
}: HandlerContext): HandlersOf<'article'> {
  const create = async (proposal: DraftProposal, original: Uint8Array | null) => {
    const { reviewer } = (await settings()).current();
    const list = await library();
    const summary = await createArticle(proposal, {
      ...platform,
      access: await lock(),
      reviewer,
      original,
    });
    list.update(summary);
    return { articleId: summary.entry.id };
  };
  return {
    'article.create': async ({ proposalId, edits }) => {
      const { proposal, original } = proposals.edit(proposalId, edits);
      const created = await create(proposal, original?.bytes ?? null);
      proposals.discard(proposalId);
      return created;
    },
    'article.createSample': async () => {
      // Imported only here, because few starts need the sample and the Markdown library.
      const { createSampleArticle } = await import('../../../shared/sample/sample-article');
      return create(createSampleArticle(), null);
    },
  };
}
