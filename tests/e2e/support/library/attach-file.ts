import type { ProposedChange } from '../../../../shared/domain/history/change';
import { goodStanding } from '../../../../shared/domain/sources/source-standing';
import type { QuoteLocation } from '../../../../shared/quotes/document-text';
import { emptySource } from '../../../libraries/sources';
import type { Stet } from '../electron/stet';
import { callMain } from '../page/call-main';
import { answerDialogs } from '../system/dialogs';

const sourceId = 'source';

const source = { id: sourceId, ...emptySource, title: 'The ledger', primary: true, ...goodStanding };

/** Attaches a file to a source of a new article. The returned function searches the file for a quote. */
export async function attachFile(stet: Stet, path: string) {
  const { page } = stet;
  const { articleId } = await callMain(page, 'article.createSample', null);
  await callMain(page, 'review.open', { articleId });
  const apply = (id: string, edits: ProposedChange['edits']) =>
    callMain(page, 'review.apply', { articleId, change: { id, action: 'evidence.attach', edits } });
  await apply('create-source', [{ table: 'sources', id: sourceId, create: source }]);
  await answerDialogs(stet.app, { open: path });
  const picked = await callMain(page, 'vault.pick', { taskId: 'pick', articleId });
  const [file] = picked?.files ?? [];
  if (!file) throw new Error(`${path} was not added`);
  const create = { ...file, id: 'file', sourceId, addedAt: '2026-01-01T00:00:00.000Z' };
  await apply('attach', [{ table: 'attachments', id: 'file', create }]);
  let searches = 0;
  return async (quote: string): Promise<QuoteLocation | undefined> => {
    searches += 1;
    const input = { taskId: `quote-${searches}`, articleId, sourceId, quote };
    return (await callMain(page, 'vault.findQuote', input))?.[0]?.place;
  };
}
