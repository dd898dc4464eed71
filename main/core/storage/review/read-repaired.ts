import type { RepairQuestion } from '../../../../shared/contract/repair';
import { StetError } from '../../errors/stet-error';
import { type RepairContext, type RepairOutcome, repairIfCertain } from '../repair/repair-article';
import { type RestoreDraftContext, restoreDraft } from '../repair/restore-draft';
import { restoreSnapshot } from '../repair/restore-snapshot';
import type { CommonLine } from './history/history-line';
import { takeOutStrayLines } from './outside/take-out-stray-lines';
import { type ArticleContent, readArticle } from './read-article';

export interface ReadRepairedContext extends RepairContext, RestoreDraftContext {
  /** Keeps another continuation of an article's history as an article of its own. Rejects with the system's error. */
  keepCopy(articleId: string, history: Buffer, common: CommonLine): Promise<void>;
  /** Keeps the account of a repair until the article is shown. */
  reportRepair(account: string): void;
}

interface RepairedArticle {
  content: ArticleContent;
  question: RepairQuestion | null;
  /** How many other continuations were taken out of the history. */
  separated: number;
}

/** Reads an article, and repairs it first as far as that needs no question. Rejects as `readArticle` does. */
export async function readRepaired(
  folder: string,
  part: 'whole' | 'end',
  context: ReadRepairedContext,
): Promise<RepairedArticle> {
  const read = await readArticle(folder, context, part).catch((error) => ({ error }));
  if ('review' in read && !read.isDamaged)
    return { content: await restoreDrafts(folder, read, context), question: null, separated: 0 };
  if ('error' in read && read.error instanceof StetError && read.error.code === 'notFound') throw read.error;
  const recovered = await restoreSnapshot(folder, context);
  if (recovered !== null) {
    context.reportRepair(recovered);
    return readRepaired(folder, 'whole', context);
  }
  const separated = await findStrayLines(folder, context);
  if (separated !== null) return { ...(await readRepaired(folder, 'whole', context)), separated };
  const outcome = await repairIfCertain(folder, context);
  if (outcome.state === 'repaired') {
    context.reportRepair(outcome.account);
    const repaired = await readArticle(folder, context);
    return { content: await restoreDrafts(folder, repaired, context), question: null, separated: 0 };
  }
  if ('error' in read) return { ...(await readProposed(folder, outcome, read.error, context)), separated: 0 };
  const question = outcome.state === 'question' ? outcome.question : null;
  return { content: await restoreDrafts(folder, read, context), question, separated: 0 };
}

/**
 * Reads an article of which too little is left to show: as it would be by the first answer to the question how to repair it,
 * read-only. Rejects with `error` when there is no answer.
 */
async function readProposed(
  folder: string,
  outcome: RepairOutcome,
  error: unknown,
  context: ReadRepairedContext,
): Promise<Omit<RepairedArticle, 'separated'>> {
  if (outcome.state !== 'question') throw error;
  const { question, history } = outcome;
  const read = await readArticle(folder, context, { proposed: history });
  const proposed: ArticleContent = {
    ...read,
    readOnlyReason: question.damage,
    problems: [question.damage, ...read.problems],
  };
  return { content: proposed, question };
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
