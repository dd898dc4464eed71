import type { DraftProposal } from '../../../shared/import/proposal';
import { callMain } from '../../e2e/support/page/call-main';
import type { Stet } from '../../e2e/support/electron/stet';
import { longArticle } from '../articles/long-article';
import { createProposal } from '../articles/article-spec';
import { createSecondDraft, twoDraftArticle } from '../articles/two-draft-article';
import { typicalArticle } from '../articles/typical-article';
import { toReviewContent } from '../model/review-content';
import { createModel, type Model } from '../model/model';
import { StoredReview } from './stored-review';
import { answerSystemDialogs } from './answer-system-dialogs';
import { Walker } from './walker';

/** The articles that walks begin with, each with the drafts that come after its first. */
export const startArticles: Readonly<Record<string, () => [DraftProposal, ...DraftProposal[]]>> = {
  typical: () => [createProposal(typicalArticle)],
  'two drafts': () => [createProposal(twoDraftArticle), createSecondDraft()],
  long: () => [createProposal(longArticle)],
};

export type StartArticleName = keyof typeof startArticles;

/** What a walk needs that stays the same from one to the next. */
export interface WalkEnvironment {
  stet: Stet;
  userData: string;
  files: string;
  /** What went wrong unasked so far. */
  getProblems: () => readonly string[];
  /** What is known already, and passed over. */
  except?: RegExp | undefined;
}

const defaultWindowSize = [1_280, 800] as const;

/** Makes the article anew, resets the window as a first start would find it, and opens the article in it. */
export async function prepareApp(
  { stet, userData, files, getProblems: problems, except }: WalkEnvironment,
  beginning: StartArticleName,
): Promise<{ model: Model; real: Walker }> {
  const { page } = stet;
  const before = problems().length;
  const [proposal, ...drafts] = startArticles[beginning]?.() ?? [];
  if (!proposal) throw new Error(`no walk begins with ${beginning}`);
  const { articles } = await callMain(page, 'library.list', null);
  for (const { id } of articles) await callMain(page, 'library.bin', { articleId: id });
  const { articleId } = await callMain(page, 'article.create', proposal);
  if (drafts.length > 0) await callMain(page, 'review.open', { articleId });
  for (const draft of drafts)
    await callMain(page, 'draft.accept', { taskId: `walk-${articleId}`, articleId, proposal: draft });
  await stet.app.evaluate(({ BrowserWindow }, [width, height]) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomLevel(0);
  }, defaultWindowSize);
  await answerSystemDialogs(stet);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await stet.ready();
  await openArticle(stet, proposal.title);
  const stored = StoredReview.forArticle(userData, articleId);
  stored.readNewChanges();
  const real = new Walker(
    stet,
    articleId,
    proposal.title,
    stored,
    files,
    () => problems().slice(before),
    except,
  );
  return { model: createModel(toReviewContent(stored.review, stored.draft)), real };
}

/** Opens the article of this title, unless it is on the screen, with the keyboard in its text. */
export async function openArticle(stet: Stet, title: string): Promise<void> {
  await stet.library.open(title);
  await stet.article.text.focus();
}
