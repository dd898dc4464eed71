import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import { isDateLine } from './date-line';
import { listNameGroups, type NameGroup } from './furniture-names';
import { isCredit, soundsLikeFurniture } from './furniture-text';
import { Labels } from './labels';
import { findMainText, type MainText } from './main-text';
import { endsSentence, isProse, type PageBlock } from './page-blocks';
import type { FactName } from './weights';

/** Facts about a block that speak for or against its being a part of the article: each 0 to 1. `weights.ts` says what each means. */
export type BlockFacts = Record<FactName, number>;

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

const toWords = (text: string) =>
  collapseWhitespace(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')).trim();

export function addFacts(blocks: readonly PageBlock[], { title, articleBody }: PageClues): BlockWithFacts[] {
  const mainText = findMainText(blocks);
  const titleWords = toWords(title ?? '');
  const body =
    articleBody !== null && articleBody.length > minBodyLength ? ` ${toWords(articleBody)} ` : null;
  const labels = new Labels();
  return blocks.map((pageBlock, index) => {
    const { block, element, linkShare, size } = pageBlock;
    const { text, kind } = block;
    const own = listOwnElements(element, mainText);
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

/** The elements around a block that do not hold the main text as well; in the main text, its own paragraph. */
function listOwnElements(element: Element, { core }: MainText): Element[] {
  const own: Element[] = [];
  for (
    let outer: Element | null = element;
    outer && !(core && outer.contains(core));
    outer = outer.parentElement
  )
    own.push(outer);
  return own;
}

function repeatsTitle(words: string, titleWords: string): boolean {
  if (titleWords === '') return false;
  return words === titleWords || (words.length > 20 && titleWords.startsWith(words));
}
