import { maxTextLength } from '../../../../shared/domain/draft';
import type { Origin } from '../../../../shared/domain/draft-origin';
import { type ImportedBlock, joinBlocks } from '../../../../shared/import/imported-blocks';
import { createNotices } from '../../../../shared/import/notices';
import { refuse, refuseTooLarge } from '../../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../../shared/import/proposal';
import { proposeTitle } from '../../../../shared/import/title';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import { readBlocks } from '../elements/read-blocks';
import { countDataTables } from '../elements/tables';
import { sanitise } from '../sanitise';
import { extractArticle } from './extract-article';
import { readPageMetadata } from './page-metadata';
import { parsePage } from './parse-page';

/** In UTF-16 code units. Readability itself doubts a shorter article, and returns it only when it finds no better one. */
const minArticleLength = 500;
/** The whole page is read when its text is more than this many times as long as such a short article. */
const maxPageToArticleRatio = 4;

/** Reads the article of a page, or says why there is none. `url` is where the page was found, or null. */
export function readPageDraft(text: string, url: string | null, origin: Origin): ImportResult {
  const page = parsePage(text, url);
  const completeMetadata = readPageMetadata(page);
  const extracted = extractArticle(page);
  const article = extracted && readContent(extracted.root);
  const isShort = !article || countCharacters(article.blocks) < minArticleLength;
  const whole = isShort ? readContent(parsePage(text, url).document.documentElement) : null;
  const usesWholePage =
    whole !== null &&
    (!article || countCharacters(whole.blocks) > maxPageToArticleRatio * countCharacters(article.blocks));
  const { blocks, counts } = usesWholePage ? whole : (article ?? { blocks: [], counts: {} });
  if (blocks.length === 0)
    return refuse(
      'noText',
      `${origin.name ?? 'What was pasted'} contains no text of an article`,
      'Open the page in a browser, copy the article’s text and use “Paste text”.',
    );
  const metadata = completeMetadata(extracted);
  const titled = addTitle(blocks, metadata.title);
  const draft = joinBlocks(titled);
  if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
  const title = metadata.title ?? proposeTitle(titled, origin.name);
  return {
    ok: true,
    proposal: { ...metadata, title, origin, ...draft, ...noClaims },
    notices: createNotices({ ...counts, wholePage: usesWholePage ? 1 : 0 }),
  };
}

/** Reads part of a page as blocks. The DOM is changed by it. */
function readContent(root: Element) {
  const imagesLeftOut = countImages(root);
  sanitise(root);
  const blocks = readBlocks(root);
  // Readability turns a table that is the whole article into a plain block.
  const rowTables = blocks.some(({ kind }) => kind === 'tableRow') ? 1 : 0;
  return { blocks, counts: { imagesLeftOut, tablesKept: Math.max(rowTables, countDataTables(root)) } };
}

function countImages(root: Element): number {
  // A picture of one pixel is a tracker.
  const visibleImages = 'img:not([width="1"], [width="0"], [height="1"], [height="0"])';
  return root.querySelectorAll(visibleImages).length;
}

function countCharacters(blocks: readonly ImportedBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
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
