import type { DraftProposal } from '../../../shared/import/proposal';
import { callMain } from '../../e2e/support/bridge';
import type { Stet } from '../../e2e/support/stet';
import { long } from '../articles/long-article';
import { proposalOf } from '../articles/article-spec';
import { secondDraft, twoDrafts } from '../articles/two-draft-article';
import { typical } from '../articles/typical-article';
import { contentOf } from '../model/review-content';
import { newWorld, type World } from '../model/model';
import { Stored } from './stored-review';
import { answerSystem } from './answer-system-dialogs';
import { Walker } from './walker';

/** The articles that walks begin with, each with the drafts that come after its first. */
export const beginnings: Readonly<Record<string, () => [DraftProposal, ...DraftProposal[]]>> = {
  typical: () => [proposalOf(typical)],
  'two drafts': () => [proposalOf(twoDrafts), secondDraft()],
  long: () => [proposalOf(long)],
};

export type Beginning = keyof typeof beginnings;

/** What a walk needs that stays the same from one to the next. */
export interface Ground {
  stet: Stet;
  userData: string;
  files: string;
  /** What went wrong unasked so far. */
  problems: () => readonly string[];
  /** What is known already, and passed over. */
  except?: RegExp | undefined;
}

const usualSize = [1_280, 800] as const;

/** Makes the article anew, resets the window as a first start would find it, and opens the article in it. */
export async function prepare(
  { stet, userData, files, problems, except }: Ground,
  beginning: Beginning,
): Promise<{ model: World; real: Walker }> {
  const { page } = stet;
  const before = problems().length;
  const [proposal, ...drafts] = beginnings[beginning]?.() ?? [];
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
  }, usualSize);
  await answerSystem(stet);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await stet.ready();
  await openArticle(stet, proposal.title);
  const stored = Stored.of(userData, articleId);
  stored.refresh();
  const real = new Walker(
    stet,
    articleId,
    proposal.title,
    stored,
    files,
    () => problems().slice(before),
    except,
  );
  return { model: newWorld(contentOf(stored.review, stored.draft)), real };
}

/** Opens the article of this title, unless it is on the screen, with the keyboard in its text. */
export async function openArticle(stet: Stet, title: string): Promise<void> {
  await stet.library.open(title);
  await stet.article.text.focus();
}
