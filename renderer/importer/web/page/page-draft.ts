import { maxTextLength } from '../../../../shared/domain/draft';
import type { Origin } from '../../../../shared/domain/draft-origin';
import { type ImportedBlock, joinBlocks } from '../../../../shared/import/imported-blocks';
import type { LeftOutBlock } from '../../../../shared/import/left-out/left-out-blocks';
import { createNotices } from '../../../../shared/import/notices';
import { refuse, refuseTooLarge } from '../../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../../shared/import/proposal';
import { proposeTitle } from '../../../../shared/import/title';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import { type FoundArticle, findArticle } from '../article/find-article';
import { readJsonLd } from './json-ld';
import { readPageMetadata } from './page-metadata';
import { parsePage } from './parse-page';

/** Reads the article of a page, or says why there is none. `url` is where the page was found, or null. */
export function readPageDraft(text: string, url: string | null, origin: Origin): ImportResult {
  const page = parsePage(text, url);
  const completeMetadata = readPageMetadata(page);
  const { articleBody } = readJsonLd(page.document);
  const found = findArticle(page, (extracted) => ({ title: completeMetadata(extracted).title, articleBody }));
  const article = found.blocks.filter(({ isArticle }) => isArticle);
  if (article.length === 0)
    return refuse(
      'noText',
      `${origin.name ?? 'What was pasted'} contains no text of an article`,
      'Open the page in a browser, copy the article’s text and use “Paste text”.',
    );
  const metadata = completeMetadata(found.extracted);
  const titled = addTitle(
    article.map(({ block }) => lowerHeading(block)),
    metadata.title,
  );
  const draft = joinBlocks(titled);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const title = metadata.title ?? proposeTitle(titled, origin.name);
  const leftOut = listLeftOut(found.blocks, titled.length - article.length, title);
  return {
    ok: true,
    proposal: { ...metadata, title, origin, ...draft, ...noClaims, ...(leftOut.length > 0 && { leftOut }) },
    notices: createNotices({
      imagesLeftOut: countImages(found.extracted?.root ?? page.document.body),
      tablesKept: countTables(article),
      wholePage: found.isWholePage ? 1 : 0,
      blocksLeftOut: leftOut.length,
    }),
  };
}

/** The blocks that are no article, except those that only repeat its title. `addedCount` blocks were put before the article. */
function listLeftOut(blocks: FoundArticle['blocks'], addedCount: number, title: string): LeftOutBlock[] {
  const leftOut: LeftOutBlock[] = [];
  let articleCount = 0;
  for (const { block, isArticle } of blocks) {
    if (isArticle) articleCount += 1;
    else if (!repeatsTitle(block, title)) {
      const { kind, level, text, marks } = block;
      // What stands above the article on the page comes after its title.
      leftOut.push({ before: articleCount + addedCount, kind, level, text, marks });
    }
  }
  return leftOut;
}

/** The title is the only heading of level 1, whatever the page has inside of its article. */
function lowerHeading(block: ImportedBlock): ImportedBlock {
  return block.kind === 'heading' && block.level === 1 ? { ...block, level: 2 } : block;
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

/** Puts the page's title before the article, unless the article begins with it. */
function addTitle(blocks: ImportedBlock[], title: string | null): ImportedBlock[] {
  const [first, ...others] = blocks;
  if (title === null || !first) return blocks;
  // Readability turns every h1 into an h2.
  if (repeatsTitle(first, title)) return [{ ...first, kind: 'heading', level: 1 }, ...others];
  return [{ kind: 'heading', level: 1, text: title, marks: [] }, ...blocks];
}

/** Whether a block has the same words as the title, or a heading those before the name of the site. */
function repeatsTitle({ kind, text }: ImportedBlock, title: string): boolean {
  if (normalizeForComparison(text) === normalizeForComparison(title)) return true;
  const line = collapseWhitespace(text);
  return kind === 'heading' && title.startsWith(line) && /^\s?[|–—»·:-]\s/.test(title.slice(line.length));
}

function normalizeForComparison(text: string): string {
  return collapseWhitespace(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
}
