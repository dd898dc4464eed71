import { refuse } from '../../../../shared/import/problems';
import type { ImportResult } from '../../../../shared/import/proposal';
import type { FoundArticle } from '../article/find-article';
import { countProse } from '../article/page-blocks';
import { asksForScripts, type PageAccess, soundsLikeWall } from '../metadata/page-access';

/** Refuses a page without any text, and says what keeps it away. */
export function refusePage(name: string | null, { needsScript }: PageAccess): ImportResult {
  const page = name ?? 'What was pasted';
  return refuse(
    'noText',
    needsScript
      ? `The text of ${page} is put there by a script, which Stet does not run`
      : `${page} contains no text of an article`,
    'Open the page in a browser, copy the article’s text and use “Paste text”.',
  );
}

/** Articles of more words are not cut off by a wall, whatever the page says beside them. */
const maxWalledSize = 400;
/** A page with fewer words of running text may have shown more by a script. */
const minShownProse = 50;
/** Longer blocks that sound like a wall are paragraphs about one. In words. */
const maxWallSize = 60;

/** Counts for notices: what may have kept a part of the article away. */
export function countObstacles(
  blocks: FoundArticle['blocks'],
  { isForSubscribers, needsScript }: PageAccess,
) {
  const article = blocks.filter(({ isArticle }) => isArticle);
  const size = article.reduce((sum, block) => sum + block.size, 0);
  const hasWall = blocks.some((block) => block.size < maxWallSize && soundsLikeWall(block.block.text));
  const asks = needsScript || article.some(({ block }) => asksForScripts(block.text));
  return {
    textBehindWall: isForSubscribers || (hasWall && size < maxWalledSize) ? 1 : 0,
    textByScript: asks && countProse(article) < minShownProse ? 1 : 0,
  };
}
