import { Readability } from '@mozilla/readability';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import type { ParsedPage } from '../elements/parse-page.ts';
import { addFacts, type BlockWithFacts, isArticle, type PageClues } from './block-facts.ts';
import { keepTogether } from './keep-together.ts';
import {
  countProse,
  isProse,
  listNumbers,
  numberTexts,
  type PageBlock,
  readPageBlocks,
} from './page-blocks.ts';

/** The article that Readability finds on a page, and its metadata. */
export interface ExtractedArticle {
  root: Element;
  title: string;
  byline: string | null;
  publishedAt: string | null;
  language: string | null;
}

/** Finds the article on a page, and takes the page apart for it. Null when Readability finds none. */
function extractArticle({ document }: ParsedPage): ExtractedArticle | null {
  const result = runReadability(document);
  if (!result?.article || !(result.article.content instanceof Element)) return null;
  const { content: root, title, byline = null, publishedTime = null, lang = null } = result.article;
  return {
    root,
    title: restoreDashes(title ?? '', result.pageTitle),
    byline,
    publishedAt: publishedTime,
    language: lang,
  };
}

/** Null for a page whose elements hide properties of the DOM, so that reading it throws: it may still be read whole. */
function runReadability(document: Document) {
  try {
    const pageTitle = collapseWhitespace(document.title);
    if (replaceDashes(pageTitle) !== pageTitle) document.title = replaceDashes(pageTitle);
    return { pageTitle, article: new Readability<Node>(document, { serializer: (node) => node }).parse() };
  } catch {
    return null;
  }
}

/** Readability separates the site's name from a title only at a hyphen between spaces, and many pages have a dash there. */
function replaceDashes(title: string): string {
  return title.replace(/ [–—] /g, ' - ');
}

/** The title with the dashes that it has in the page's title. */
function restoreDashes(title: string, pageTitle: string): string {
  const offset = replaceDashes(pageTitle).indexOf(title);
  return offset === -1 ? title : pageTitle.slice(offset, offset + title.length);
}

/** Running text that is set as this share of the article's is a part of it, even when Readability drops it. */
const minMainShare = 0.3;

/** Whether a block may be a part of the article at all: Readability keeps it, or the page itself says so. */
function isCandidate(block: BlockWithFacts): boolean {
  if (block.keptShare >= 0.5) return true;
  const { facts } = block;
  const isSaid = facts.inArticleBody === 1 || facts.inJsonLd === 1;
  const isSet = facts.inCore === 1 && facts.mainShare >= minMainShare;
  return isProse(block) && (isSaid || isSet);
}

/** Chooses the blocks that are the article: true for each that is a part of it. */
function chooseBlocks(blocks: readonly PageBlock[], clues: PageClues): boolean[] {
  const weighed = addFacts(blocks, clues).map((block) => ({
    ...block,
    isArticle: isCandidate(block) && isArticle(block.facts),
  }));
  return keepTogether(weighed).map((block) => block.isArticle);
}

/** The blocks of a page, and which of them are its article. */
export interface FoundArticle {
  blocks: (PageBlock & { isArticle: boolean })[];
  /** Whether no article was found, so that the whole page is it. */
  isWholePage: boolean;
  /** The article as Readability finds it; null when it finds none. */
  extracted: ExtractedArticle | null;
}

/** A shorter article may be a teaser. Readability itself doubts it, and returns it only when it finds no better one. */
const minArticleSize = 80;
/** The whole page is read when it has more than this many times as much running text as such a short article. */
const maxPageToArticleRatio = 4;

/**
 * Finds the article on a page. Readability says where it is; then the blocks that it keeps are looked at one by one, because it keeps
 * furniture that lies between paragraphs. `getClues` is asked once Readability is done.
 */
export function findArticle(
  page: ParsedPage,
  getClues: (extracted: ExtractedArticle | null) => PageClues,
): FoundArticle {
  const { blocks: read, extracted } = readWithReadability(page);
  const hasTeaser = isTeaser(read);
  const blocks = hasTeaser ? read.map((block) => ({ ...block, keptShare: 1 })) : read;
  const chosen = chooseBlocks(blocks, getClues(extracted));
  const article = blocks.filter((_, index) => chosen[index]);
  const isWholePage = hasTeaser && countProse(article) < minArticleSize;
  // The weights are those of articles: they would tear a list of teasers apart.
  const isUnknown = article.length === 0 || isIndex(blocks);
  return {
    blocks: blocks.map((block, index) => ({
      ...block,
      isArticle: isWholePage || (isUnknown ? block.keptShare >= 0.5 : (chosen[index] ?? false)),
    })),
    isWholePage,
    extracted,
  };
}

/** Reads all blocks of a page, and what Readability keeps of each. */
function readWithReadability(page: ParsedPage): {
  blocks: PageBlock[];
  extracted: ExtractedArticle | null;
} {
  numberTexts(page.document);
  const extracted = extractArticle({ ...page, document: copyDocument(page.document) });
  const kept = extracted ? listNumbers(extracted.root) : new Set<number>();
  return { blocks: readPageBlocks(page.document, kept), extracted };
}

function copyDocument(document: Document): Document {
  const copy = document.cloneNode(true);
  if (copy instanceof Document) return copy;
  throw new Error('the copy of a document is none');
}

/** Whether what Readability keeps is so little beside the rest of the page that it can't be the article. */
function isTeaser(blocks: readonly PageBlock[]): boolean {
  const kept = blocks.filter(({ keptShare }) => keptShare >= 0.5);
  const keptSize = countSize(kept);
  if (keptSize >= minArticleSize) return false;
  // A short article is known by its running text, beside which the menus of the page do not count.
  const prose = countProse(kept);
  return prose > 0
    ? countProse(blocks) > maxPageToArticleRatio * prose
    : countSize(blocks) > maxPageToArticleRatio * keptSize;
}

function countSize(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, { size }) => sum + size, 0);
}

/** A page lists articles when at least this many of them have running text, and none more than this share of it. */
const minListedArticles = 5;
const maxListedShare = 0.4;

/** Whether the page is no article but a list of them, such as a home page. */
function isIndex(blocks: readonly PageBlock[]): boolean {
  const kept = blocks.filter((block) => block.keptShare >= 0.5 && isProse(block));
  const sizes = new Map<Element, number>();
  for (const { element, size } of kept) {
    const article = element.closest('article');
    if (article) sizes.set(article, (sizes.get(article) ?? 0) + size);
  }
  return sizes.size >= minListedArticles && Math.max(...sizes.values()) < maxListedShare * countProse(kept);
}
