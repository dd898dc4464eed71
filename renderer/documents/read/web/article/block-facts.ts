import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { listKeys } from '#shared/text/sequences/records.ts';
import { isCredit, isDateLine, listNameGroups, type NameGroup, soundsLikeFurniture } from './furniture.ts';
import { endsSentence, isProse, type PageBlock } from './page-blocks.ts';

/**
 * The weight of each fact about a block of a page. A block is a part of the article when the facts times their weights add up to more
 * than 0. They were trained by logistic regression on pages whose articles people have marked; `npm run bench -- import` measures
 * how well they do (`tests/bench/import/measure-web-pages.ts`).
 */
const weights = {
  /** Counts for every block. */
  constant: -0.45,
  /** In the innermost element that holds most of the running text. */
  inCore: 2.45,
  /** The share of its characters that are links. */
  linkShare: -0.95,
  /** Hardly anything but links. */
  isLink: -1.18,
  isHeading: 0.71,
  isListItem: 2.4,
  isCaption: 1.49,
  isTableRow: 1.82,
  isQuote: 1.57,
  /** 1 for no words, 0 from 12 on. */
  isShort: 0.94,
  /** 0 up to 12 words, 1 from 52 on. */
  isLong: 1.64,
  /** Ends as a sentence does. */
  isSentence: 0.05,
  /** An element around it, within the core, is named as a menu, an offer or a list of links: `furniture.ts`. */
  furnitureName: -1.09,
  /** … as author, date or topics. */
  detailsName: -2.63,
  /** … as caption or credit. */
  captionName: -0.29,
  /** … as a box, a player or a gallery. */
  asideName: -0.62,
  /** In a nav, aside, footer, form or button, within the core. */
  isOutside: -0.84,
  /** In a header or figure, within the core. */
  inHeader: -1.01,
  /** Begins as offers and links do: `furniture.ts`. */
  furnitureText: -3.9,
  /** Only a date. */
  isDate: -1.0,
  /** Ends in the credit of a picture. */
  isCredit: -2.7,
  /** Before the first running text. */
  isBefore: 0.38,
  /** Behind the last. */
  isAfter: -2.22,
  /** The share of the running text that is set in boxes of the same names. */
  mainShare: 1.24,
  /** (nearly) none is. */
  isForeign: -1.74,
  /** Nor is it before the last running text. */
  isForeignAfter: -1.44,
  /** Repeats the title. */
  isTitle: -0.84,
  /** In an element that schema.org calls articleBody. */
  inArticleBody: 0.61,
  /** In the articleBody of JSON-LD; a half where there is none. */
  inJsonLd: 0.85,
  /** Follows a label such as “Related”, in the same element. */
  underLabel: -2.22,
};

type FactName = keyof typeof weights;

/** Facts about a block that speak for or against its being a part of the article: each 0 to 1. `weights` says what each means. */
type BlockFacts = Record<FactName, number>;

/** Whether facts, weighed, say that a block is a part of the article. */
export function isArticle(facts: BlockFacts): boolean {
  return listKeys(weights).reduce((sum, name) => sum + weights[name] * facts[name], 0) > 0;
}

/** Follows the labels of a page, such as "Related" or "Don’t miss", and says which blocks belong to one. */
class Labels {
  /** The element that holds the last label and what belongs to it. */
  private box: Element | null = null;

  /** Adds the next block. Returns 1 when it belongs to a label. */
  add({ element, isLabel, isMain }: { element: Element; isLabel: boolean; isMain: boolean }): 0 | 1 {
    const isUnder = (this.box?.contains(element) ?? false) && !isMain;
    if (isLabel)
      this.box = (element.closest('p, h1, h2, h3, h4, h5, h6, div, section, aside') ?? element).parentElement;
    else if (!isUnder) this.box = null;
    return isUnder ? 1 : 0;
  }
}

/** Where the running text of the article stands on the page. */
interface MainText {
  /** The innermost element with most of it; null when there is none. */
  core: Element | null;
  /** The share of the running text that is set in the same way as an element: 0 to 1. */
  getShare: (element: Element) => number;
  /** The indexes of its first and last block. */
  first: number;
  last: number;
}

/** This share of the running text must be in the core. The rest may be a standfirst above it, or a note below. */
const coreShare = 0.8;

/** An article with less running text than this share is a list or a table, and all of its blocks count. */
const minProseShare = 0.3;

const boxes =
  'p, div, li, td, th, section, article, h1, h2, h3, h4, h5, h6, blockquote, figcaption, dd, dt, pre, main, body, header, footer, aside';

/** Finds the main text among blocks of a page. Only those that Readability keeps are asked. */
function findMainText(blocks: readonly PageBlock[]): MainText {
  // The words of links are left aside, since menus may be longer than a short article.
  const kept = blocks.map(({ keptShare, size, linkShare }) =>
    keptShare >= 0.5 ? size * (1 - linkShare) : 0,
  );
  const prose = blocks.map((block) => (block.keptShare >= 0.5 && isProse(block) ? block.size : 0));
  const weights = sum(prose) < minProseShare * sum(kept) ? kept : prose;
  const total = Math.max(1, sum(weights));
  const byDesign = new Map<string, number>();
  for (const [index, { element }] of blocks.entries()) {
    const design = describeDesign(element);
    byDesign.set(design, (byDesign.get(design) ?? 0) + (weights[index] ?? 0));
  }
  return {
    core: findCore(blocks, weights),
    getShare: (element) => (byDesign.get(describeDesign(element)) ?? 0) / total,
    first: weights.findIndex((weight) => weight > 0),
    last: weights.findLastIndex((weight) => weight > 0),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Paragraphs of an article look alike because they are in boxes of the same names. */
function describeDesign(element: Element): string {
  const box = element.closest(boxes) ?? element;
  const describeOne = (one: Element | null) => `${one?.localName}.${one?.getAttribute('class') ?? ''}`;
  return `${describeOne(box)} ${describeOne(box.parentElement)}`;
}

function findCore(blocks: readonly PageBlock[], weights: readonly number[]): Element | null {
  const needed = coreShare * sum(weights);
  const sums = new Map<Element, number>();
  for (const [index, { element }] of blocks.entries()) {
    const weight = weights[index] ?? 0;
    if (weight === 0) continue;
    for (let outer: Element | null = element; outer; outer = outer.parentElement)
      sums.set(outer, (sums.get(outer) ?? 0) + weight);
  }
  // Those with enough of the text are one inside of the other.
  const candidates = [...sums].filter(([, weight]) => weight >= needed).map(([element]) => element);
  return candidates.reduce<Element | null>(
    (inner, element) => (inner === null || inner.contains(element) ? element : inner),
    null,
  );
}

export interface BlockWithFacts extends PageBlock {
  facts: BlockFacts;
}

/** A block, and whether it is chosen as a part of the article. */
export interface ChosenBlock extends BlockWithFacts {
  isArticle: boolean;
}

/** Statements of the page about its article. */
export interface PageClues {
  title: string | null;
  /** The text of the article as JSON-LD repeats it. */
  articleBody: string | null;
}

/** Parts of a page that HTML and ARIA distinguish from its content. */
const outsideElements =
  'nav, aside, footer, form, button, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="banner"], ' +
  '[role="search"], [role="dialog"]';

/** A shorter `articleBody` is a summary. In UTF-16 code units. */
const minBodyLength = 200;
/** How much of a block is searched for in `articleBody`, which may break its lines elsewhere. In UTF-16 code units. */
const comparedLength = 60;

/** Longer texts that sound like furniture may be paragraphs of the article that begin so. In words. */
const maxFurnitureSize = 60;
const maxLabelSize = 8;
/** Blocks set as this share of the running text are not under a label, even when they follow it. */
const minMainShare = 0.2;
const maxForeignShare = 0.02;

/** The words of a text, to compare it with others. */
export function toWords(text: string): string {
  return collapseWhitespace(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
}

export function addFacts(blocks: readonly PageBlock[], { title, articleBody }: PageClues): BlockWithFacts[] {
  const mainText = findMainText(blocks);
  const titleWords = toWords(title ?? '');
  const body =
    articleBody !== null && articleBody.length > minBodyLength ? ` ${toWords(articleBody)} ` : null;
  const labels = new Labels();
  return blocks.map((pageBlock, index) => {
    const { block, element, linkShare, size } = pageBlock;
    const { text, kind } = block;
    // In the main text, only its own paragraph.
    const own = listBoxes(element, mainText.core);
    const groups = new Set(own.flatMap(listNameGroups));
    const has = (group: NameGroup) => Number(groups.has(group));
    const share = mainText.getShare(element);
    const words = toWords(text);
    const isForeign = share < maxForeignShare;
    const isAfter = index > mainText.last;
    const isFurnitureText = size < maxFurnitureSize && soundsLikeFurniture(text);
    const facts = {
      constant: 1,
      inCore: Number(mainText.core?.contains(element) ?? false),
      linkShare,
      isLink: Number(linkShare > 0.8),
      isHeading: Number(kind === 'heading'),
      isListItem: Number(kind === 'listItem'),
      isCaption: Number(kind === 'caption'),
      isTableRow: Number(kind === 'tableRow'),
      isQuote: Number(kind === 'quote'),
      isShort: Math.max(0, 1 - size / 12),
      isLong: Math.min(1, Math.max(0, size - 12) / 40),
      isSentence: Number(endsSentence(text)),
      furnitureName: has('furniture'),
      detailsName: Number(groups.has('details') || groups.has('standfirst')),
      captionName: has('caption'),
      asideName: has('aside'),
      isOutside: Number(own.some((one) => one.matches(outsideElements))),
      inHeader: Number(own.some(({ localName }) => localName === 'header' || localName === 'figure')),
      furnitureText: Number(isFurnitureText),
      isDate: Number(isDateLine(text)),
      isCredit: Number(size < maxFurnitureSize && isCredit(text)),
      isBefore: Number(index < mainText.first),
      isAfter: Number(isAfter),
      mainShare: share,
      isForeign: Number(isForeign),
      isForeignAfter: Number(isForeign && isAfter),
      isTitle: Number(repeatsTitle(words, titleWords)),
      inArticleBody: Number(element.closest('[itemprop~="articleBody" i]') !== null),
      inJsonLd:
        body === null
          ? 0.5
          : Number(body.includes(` ${words.slice(0, comparedLength).replace(/ \S*$/, '')}`)),
      underLabel: labels.add({
        element,
        isLabel: size <= maxLabelSize && !endsSentence(text) && (isFurnitureText || groups.has('furniture')),
        isMain: isProse(pageBlock) && share > minMainShare,
      }),
    };
    return { ...pageBlock, facts };
  });
}

/** An element and those around it that do not hold another one as well, from the innermost; all of them where there is no other. */
export function listBoxes(element: Element, other: Element | null): Element[] {
  const boxes: Element[] = [];
  for (
    let outer: Element | null = element;
    outer && !(other && outer.contains(other));
    outer = outer.parentElement
  )
    boxes.push(outer);
  return boxes;
}

function repeatsTitle(words: string, titleWords: string): boolean {
  if (titleWords === '') return false;
  return words === titleWords || (words.length > 20 && titleWords.startsWith(words));
}
