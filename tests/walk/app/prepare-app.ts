import { join } from 'node:path';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import type { Stet } from '#tests/e2e/support/electron/stet.ts';
import { storeProposal } from '#tests/e2e/support/library/store-article.ts';
import { callMain } from '#tests/e2e/support/page/call-main.ts';
import { answerDialogs } from '#tests/e2e/support/system/dialogs.ts';
import { createModel, type Model } from '../model/model.ts';
import { toReviewContent } from '../model/review-content.ts';
import {
  annotatedArticle,
  createProposal,
  createSecondDraft,
  longArticle,
  twoDraftArticle,
  typicalArticle,
} from './articles.ts';
import { OutsideFolder } from './outside-folder.ts';
import { StoredReview } from './stored-review.ts';
import { Walker } from './walker.ts';

/** The articles that walks start with, each with its drafts in order. */
export const startArticles: Readonly<Record<string, () => [DraftProposal, ...DraftProposal[]]>> = {
  typical: () => [createProposal(typicalArticle)],
  'two drafts': () => [createProposal(twoDraftArticle), createSecondDraft()],
  annotated: () => [createProposal(annotatedArticle)],
  long: () => [createProposal(longArticle)],
};

type StartArticleName = keyof typeof startArticles;

/** The environment that all walks share. */
export interface WalkEnvironment {
  stet: Stet;
  userData: string;
  files: string;
  /** The errors that the app has logged so far. */
  getProblems: () => readonly string[];
  /** Violations that match are ignored, because they are known. */
  except?: RegExp | undefined;
}

const defaultWindowSize = [1_280, 800] as const;

/** Creates the article, resets the window as on the first start, and opens the article. Older articles go to the bin. */
export async function prepareApp(
  { stet, userData, files, getProblems, except }: WalkEnvironment,
  articleName: StartArticleName,
): Promise<{ model: Model; real: Walker }> {
  const oldProblemCount = getProblems().length;
  const [proposal, ...drafts] = startArticles[articleName]?.() ?? [];
  if (!proposal) throw new Error(`no walk starts with ${articleName}`);
  const { articles } = await callMain(stet.page, 'library.list', null);
  for (const { id } of articles) await callMain(stet.page, 'library.bin', { articleId: id });
  // Reloaded first, so that nothing of the previous walk keeps the window from closing.
  await stet.page.evaluate(() => localStorage.clear());
  await stet.page.reload();
  await stet.waitUntilReady();
  await stet.close();
  const articleId = await storeProposal(userData, proposal, ...drafts);
  const outside = new OutsideFolder(files, join(userData, 'library', 'articles'), articleId);
  await stet.relaunch();
  await stet.app.evaluate(({ BrowserWindow }, [width, height]) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomLevel(0);
  }, defaultWindowSize);
  await answerDialogs(stet.app, {});
  await openArticle(stet, proposal.title);
  const stored = StoredReview.forArticle(userData, articleId);
  stored.readNewChanges();
  const real = new Walker(
    stet,
    articleId,
    proposal.title,
    stored,
    files,
    outside,
    join(userData, 'settings.json'),
    () => getProblems().slice(oldProblemCount),
    except,
  );
  return { model: createModel(toReviewContent(stored.review, stored.draft)), real };
}

/** Opens the article of this title, unless it is open already, and moves the focus to its text. */
export async function openArticle(stet: Stet, title: string): Promise<void> {
  await stet.library.open(title);
  await stet.article.text.focus();
}
