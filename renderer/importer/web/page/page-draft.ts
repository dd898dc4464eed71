import { maxTextLength } from '../../../../shared/domain/draft/draft';
import type { Origin } from '../../../../shared/domain/draft/draft-origin';
import { findWrittenDate } from '../../../../shared/import/credits/written-date';
import { joinBlocks } from '../../../../shared/import/imported-blocks';
import { createNotices } from '../../../../shared/import/notices';
import { refuseTooLarge } from '../../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../../shared/import/proposal';
import { proposeTitle } from '../../../../shared/import/title';
import { isDateLine } from '../article/date-line';
import { type FoundArticle, findArticle } from '../article/find-article';
import { includeNotes } from '../article/include-notes';
import { normalizeNotes } from '../clipboard-notes';
import { readJsonLd } from '../metadata/json-ld';
import { readPageAccess } from '../metadata/page-access';
import { readPageMetadata } from '../metadata/page-metadata';
import { createDraftBlocks, listLeftOut } from './draft-blocks';
import { countObstacles, refusePage } from './page-obstacles';
import { parsePage } from './parse-page';

/** Reads the article of a page, or says why there is none. `url` is where the page was found, or null. */
export function readPageDraft(text: string, url: string | null, origin: Origin): ImportResult {
  const page = parsePage(text, url);
  normalizeNotes(page.document.documentElement);
  const completeMetadata = readPageMetadata(page);
  const { articleBody } = readJsonLd(page.document);
  const access = readPageAccess(page.document);
  const found = includeNotes(
    findArticle(page, (extracted) => ({ title: completeMetadata(extracted).title, articleBody })),
  );
  const article = found.blocks.filter(({ isArticle }) => isArticle);
  if (article.length === 0) return refusePage(origin.name, access);
  const metadata = completeMetadata(found.extracted);
  const blocks = createDraftBlocks(article, metadata.title);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const title = metadata.title ?? proposeTitle(blocks, origin.name);
  const publishedAt = metadata.publishedAt ?? findDateBeside(found.blocks);
  const leftOut = listLeftOut(found.blocks, blocks.length - article.length, title);
  return {
    ok: true,
    proposal: {
      ...{ ...metadata, title, publishedAt, origin, ...draft, ...noClaims },
      ...(leftOut.length > 0 && { leftOut }),
    },
    notices: createNotices({
      imagesLeftOut: countImages(found.extracted?.root ?? page.document.body),
      notesKept: blocks.filter(({ kind }) => kind === 'note').length,
      tablesKept: countTables(article),
      wholePage: found.isWholePage ? 1 : 0,
      blocksLeftOut: leftOut.length,
      ...countObstacles(found.blocks, access),
    }),
  };
}

/** How many blocks above the article, and at its beginning, may be its date line. */
const maxBlocksAbove = 15;
const maxBlocksBelow = 3;

/** The date in a line of its own where the article begins. */
function findDateBeside(blocks: FoundArticle['blocks']): string | null {
  const first = blocks.findIndex(({ isArticle }) => isArticle);
  const near = blocks.slice(Math.max(0, first - maxBlocksAbove), first + maxBlocksBelow);
  const lines = near.map(({ block }) => block.text).filter(isDateLine);
  return lines.map((line) => findWrittenDate(line)?.date ?? null).find((date) => date !== null) ?? null;
}

function countTables(article: FoundArticle['blocks']): number {
  const rows = article.filter(({ block }) => block.kind === 'tableRow');
  return new Set(rows.map(({ element }) => element.closest('table'))).size;
}

function countImages(root: Element): number {
  // A picture of one pixel is a tracker.
  const visibleImages = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';
  return root.querySelectorAll(visibleImages).length;
}
