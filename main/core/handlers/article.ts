import { createImportAccount } from '../../../shared/import/import-account';
import type { EditedProposal } from '../import/proposals';
import { createArticle } from '../storage/library/create-article';
import type { HandlerContext, HandlersOf } from './context';

export function createArticleHandlers({
  platform,
  settings,
  lock,
  library,
  proposals,
}: HandlerContext): HandlersOf<'article'> {
  const create = async (
    { proposal, original, textMap }: Pick<EditedProposal, 'proposal' | 'original' | 'textMap'>,
    account: string[] | null,
  ) => {
    const { reviewer } = (await settings()).current();
    const list = await library();
    const summary = await createArticle(proposal, {
      ...platform,
      access: await lock(),
      reviewer,
      original: original?.bytes ?? null,
      textMap,
      account,
    });
    list.update(summary);
    return { articleId: summary.entry.id };
  };
  return {
    'article.create': async ({ proposalId, edits }) => {
      const edited = proposals.edit(proposalId, edits);
      const created = await create(edited, createImportAccount(edited, edited.proposal.claims));
      proposals.discard(proposalId);
      return created;
    },
    'article.createSample': async () => {
      // Imported only here, because few starts need the sample and the Markdown library.
      const { createSampleArticle } = await import('../../../shared/sample/sample-article');
      return create({ proposal: createSampleArticle(), original: null, textMap: null }, null);
    },
  };
}
