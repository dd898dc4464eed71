import { StetError } from '../../errors/stet-error';
import type { CommonLine } from '../history/history-line';
import { takeOutStrayLines } from '../outside/take-out-stray-lines';
import { type RepairContext, repairArticle } from '../repair/repair-article';
import { type RestoreDraftContext, restoreDraft } from '../repair/restore-draft';
import { type ArticleContent, readArticle } from './read-article';

export interface ReadRepairedContext extends RepairContext, RestoreDraftContext {
  /** Keeps another continuation of an article's history as an article of its own. Rejects with the system's error. */
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
  /** Keeps the account of a repair until the article is shown. */
  reportRepair(account: string): void;
}

interface RepairedArticle {
  content: ArticleContent;
  /** How many other continuations were taken out of the history. */
  separated: number;
}

/** Reads an article, and repairs it first where it is damaged. Rejects as `readArticle` does. */
export async function readRepaired(
  folder: string,
  part: 'whole' | 'end',
  context: ReadRepairedContext,
): Promise<RepairedArticle> {
  const read = await readArticle(folder, context, part).catch((error) => ({ error }));
  if ('review' in read && !read.isDamaged)
    return { content: await restoreDrafts(folder, read, context), separated: 0 };
  if ('error' in read && read.error instanceof StetError && read.error.code === 'notFound') throw read.error;
  const separated = await findStrayLines(folder, context);
  if (separated !== null) return { ...(await readRepaired(folder, 'whole', context)), separated };
  const { isRepaired, account } = await repairArticle(folder, context);
  if (account !== null) context.reportRepair(account);
  if (!isRepaired && 'error' in read) throw read.error;
  const content = isRepaired || 'error' in read ? await readArticle(folder, context) : read;
  return { content: await restoreDrafts(folder, content, context), separated: 0 };
}

/** Takes other continuations out of the history; null when that is not what is wrong with it. Never rejects. */
async function findStrayLines(folder: string, context: ReadRepairedContext): Promise<number | null> {
  if (context.access.refusal !== null) return null;
  try {
    return await takeOutStrayLines(folder, context);
  } catch (error) {
    context.log.error('lines behind the end of a history could not be taken out', error);
    return null;
  }
}

/** Restores the texts that can't be read and can be found somewhere else; then the article is read again. */
async function restoreDrafts(
  folder: string,
  content: ArticleContent,
  context: ReadRepairedContext,
): Promise<ArticleContent> {
  let isRestored = false;
  for (const row of content.lostDrafts) {
    const account = await restoreDraft(folder, row, context);
    if (account !== null) context.reportRepair(account);
    isRestored ||= account !== null;
  }
  return isRestored ? readArticle(folder, context) : content;
}
