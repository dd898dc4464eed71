import { maxTextLength } from '../../../../shared/domain/draft/draft';
import type { Origin } from '../../../../shared/domain/draft/draft-origin';
import { maxLineLength } from '../../../../shared/domain/primitives';
import { type ImportedBlock, joinBlocks } from '../../../../shared/import/imported-blocks';
import { createNotices } from '../../../../shared/import/notices';
import { refuseTooLarge } from '../../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../../shared/import/proposal';
import { proposeTitle } from '../../../../shared/import/title';
import { shorten } from '../../../../shared/text/format/shorten';
import { acceptChanges } from '../accept-changes';
import { type FoundArticle, findArticle } from '../article/find-article';
import { includeNotes } from '../article/include-notes';
import { normalizeNotes } from '../clipboard/notes';
import { blockElements } from '../elements/element-kinds';
import { readJsonLd } from '../metadata/json-ld';
import { readPageAccess } from '../metadata/page-access';
import { readPageMetadata } from '../metadata/page-metadata';
import { findShownCredits } from '../metadata/shown-credits';
import { raiseFigures } from '../raised-figures';
import { createDraftBlocks, leaveOutRepeatedTitles, listLeftOut } from './draft-blocks';
import { normalizePageNotes } from './page-notes';
import { countObstacles, refusePage } from './page-obstacles';
import { parsePage } from './parse-page';

/** Reads the article of a page, or says why there is none. `url` is where the page was found, or null. */
export function readPageDraft(text: string, url: string | null, origin: Origin): ImportResult {
  const page = parsePage(text, url);
  normalizeNotes(page.document.documentElement);
  normalizePageNotes(page.document.documentElement);
  raiseFigures(page.document.documentElement);
  const { changes, struckThrough } = acceptChanges(page.document.documentElement);
  const completeMetadata = readPageMetadata(page);
  const { articleBody } = readJsonLd(page.document);
  const access = readPageAccess(page.document);
  const found = includeNotes(
    findArticle(page, (extracted) => ({ title: completeMetadata(extracted).title, articleBody })),
  );
  const metadata = completeMetadata(found.extracted);
  const allBlocks = leaveOutRepeatedTitles(found.blocks, metadata.title);
  const article = allBlocks.filter(({ isArticle }) => isArticle);
  if (article.length === 0) return refusePage(origin.name, access);
  const blocks = createDraftBlocks(article, metadata.title);
  const draft = joinBlocks(blocks);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const title = chooseTitle(blocks, metadata.title, origin.name);
  const shown = findShownCredits(allBlocks);
  const byline = metadata.byline ?? shown.byline;
  const publishedAt = metadata.publishedAt ?? shown.publishedAt;
  const leftOut = listLeftOut(allBlocks, blocks.length - article.length, title);
  return {
    ok: true,
    proposal: {
      ...{ ...metadata, title, byline, publishedAt, origin, ...draft, ...noClaims },
      ...(leftOut.length > 0 && { leftOut }),
    },
    notices: createNotices({
      imagesLeftOut: countImages(found.extracted?.root ?? page.document.body),
      notesKept: blocks.filter(({ kind }) => kind === 'note').length,
      changesAccepted: countWithin(article, changes),
      struckThroughKept: countWithin(article, struckThrough),
      tablesKept: countTables(article),
      wholePage: found.isWholePage ? 1 : 0,
      blocksLeftOut: leftOut.length,
      ...countObstacles(allBlocks, access),
    }),
  };
}

/** The title in the words that the text begins with, so that it is known there and shown once. */
function chooseTitle(blocks: readonly ImportedBlock[], title: string | null, name: string | null): string {
  return title === null ? proposeTitle(blocks, name) : shorten(blocks[0]?.text ?? title, maxLineLength);
}

function countTables(article: FoundArticle['blocks']): number {
  const rows = article.filter(({ block }) => block.kind === 'tableRow');
  return new Set(rows.map(({ element }) => element.closest('table'))).size;
}

const anyBlock = Array.from(blockElements).join(', ');

/** How many of some elements are part of an article, or hold part of it. */
function countWithin(article: FoundArticle['blocks'], elements: readonly Element[]): number {
  return elements.filter((one) =>
    article.some(({ element }) => one.contains(element) || element.closest(anyBlock)?.contains(one)),
  ).length;
}

function countImages(root: Element): number {
  // A picture of one pixel is a tracker.
  const visibleImages = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';
  return root.querySelectorAll(visibleImages).length;
}
