import { type ChosenBlock, listBoxes } from './block-facts.ts';
import { leadsAway, listNameGroups } from './furniture.ts';
import { isProse } from './page-blocks.ts';

/** A heading of at most this many words that sounds like a label is one, whatever follows it: "Related". */
const maxLabelSize = 3;
/** At least this share of the running text has to be set like the text below a heading that sounds like a label. */
const minMainShare = 0.2;

/** A heading inside one of these does not belong to the text after it. */
const closedBoxes = 'ul, ol, li, dl, nav, aside, figure, blockquote, form, footer';

/** Keeps each heading whose text is kept, and leaves out those whose text is left out. */
function keepHeadings(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const kept = [...blocks];
  const title = blocks.findIndex(({ facts }) => facts.isTitle === 1);
  const first = blocks.findIndex(({ isArticle }) => isArticle);
  const start = title === -1 || title > first ? first : title;
  // From the last to the first, because a heading may be followed by one that is below it.
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const heading = kept[index];
    if (heading?.block.kind !== 'heading') continue;
    const isArticle = heading.isArticle
      ? !isAboveLeftOut(kept, index)
      : index > start && isAboveArticle(kept, index);
    kept[index] = { ...heading, isArticle };
  }
  return kept;
}

/** The blocks below a heading, up to the next of its level. */
function listSection(blocks: readonly ChosenBlock[], index: number): ChosenBlock[] {
  const getLevel = (block?: ChosenBlock) => block?.block.level ?? Number.POSITIVE_INFINITY;
  const rest = blocks.slice(index + 1);
  const level = getLevel(blocks[index]);
  const end = rest.findIndex((block) => block.block.kind === 'heading' && getLevel(block) <= level);
  return end === -1 ? rest : rest.slice(0, end);
}

function isAboveLeftOut(blocks: readonly ChosenBlock[], index: number): boolean {
  const section = listSection(blocks, index);
  return section.length > 0 && section.every(({ isArticle }) => !isArticle);
}

/** Whether the text that a heading leads is kept. Between them may be a byline, a date or a caption. */
function isAboveArticle(blocks: readonly ChosenBlock[], index: number): boolean {
  const heading = blocks[index];
  const next = listSection(blocks, index).find((block) => !isBeside(block));
  if (!heading || !next?.isArticle || next.block.kind === 'caption') return false;
  const { facts, size, element } = heading;
  if (facts.isTitle === 1 || facts.furnitureName === 1 || facts.isOutside === 1) return false;
  // Teasers of other articles are links as well.
  if (facts.isLink === 1 && heading.keptShare < 0.5) return false;
  const isMain = isProse(next) && next.facts.mainShare > minMainShare;
  if (facts.furnitureText === 1 && (size <= maxLabelSize || !isMain || leadsAway(heading.block.text)))
    return false;
  const boxes = listBoxes(element, next.element);
  const box = boxes.at(-1);
  if (!box || boxes.some((one) => one.matches(closedBoxes))) return false;
  // A label above the heading, in a box of its own, shows that the heading is not part of the article: "Related".
  const above = blocks.slice(0, index).filter((block) => box.contains(block.element));
  return above.every((block) => block.isArticle || isBeside(block));
}

function isBeside({ isArticle, block, facts }: ChosenBlock): boolean {
  const isDetail = facts.detailsName === 1 || facts.isDate === 1 || facts.isCredit === 1;
  return !isArticle && (isDetail || block.kind === 'caption');
}

/** Keeps a list or table as a whole when at least half of its items or rows are kept: they differ by chance, as by their length. */
function keepLists(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const counts = new Map<Element, { all: number; kept: number }>();
  for (const block of blocks) {
    const list = findList(block);
    if (!list) continue;
    const { all, kept } = counts.get(list) ?? { all: 0, kept: 0 };
    counts.set(list, { all: all + 1, kept: kept + (block.isArticle ? 1 : 0) });
  }
  return blocks.map((block) => {
    const list = findList(block);
    const count = list && counts.get(list);
    if (!count || block.isArticle || block.facts.furnitureText === 1) return block;
    return { ...block, isArticle: count.kept >= count.all / 2 };
  });
}

function findList({ block: { kind }, element }: ChosenBlock): Element | null {
  if (kind === 'listItem') return element.closest('ul, ol, menu');
  return kind === 'tableRow' ? element.closest('table') : null;
}

/** The length of a standfirst in words. */
const minStandfirstSize = 5;
const maxStandfirstSize = 80;

/** A block is a link to another page when more than this share of its characters is linked. */
const maxStandfirstLinkShare = 0.5;

/**
 * Keeps the standfirst: the first block between title and text, if Readability keeps it. Bylines, dates and captions may stand before it,
 * and what invites to share.
 */
function keepStandfirst(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const end = blocks.findIndex(({ isArticle }) => isArticle);
  const title = findTitle(blocks.slice(0, Math.max(end, 0)), blocks);
  if (title === -1) return [...blocks];
  const index = blocks.findIndex((block, place) => place > title && place < end && !isBesideTitle(block));
  return blocks.map((block, place) =>
    place === index && isStandfirst(block) ? { ...block, isArticle: true } : block,
  );
}

/** The place of the title above the text; -1 for none. Where the page is named otherwise, its only heading of level 1 is the title. */
function findTitle(above: readonly ChosenBlock[], blocks: readonly ChosenBlock[]): number {
  const named = above.findLastIndex(({ facts }) => facts.isTitle === 1);
  if (named !== -1) return named;
  const isTop = ({ block }: ChosenBlock) => block.kind === 'heading' && block.level === 1;
  if (blocks.filter(isTop).length === 1) return above.findIndex(isTop);
  return above.findLastIndex(({ block, facts }) => block.kind === 'heading' && facts.furnitureText !== 1);
}

function isBesideTitle({ element, facts, linkShare }: ChosenBlock): boolean {
  const isDetail = facts.detailsName === 1 && !isNamedStandfirst(element);
  const isFurniture =
    facts.furnitureName === 1 || facts.furnitureText === 1 || linkShare > maxStandfirstLinkShare;
  const isCaption = facts.isCaption === 1 || facts.captionName === 1;
  return isDetail || isFurniture || isCaption || facts.isDate === 1;
}

function isNamedStandfirst(element: Element): boolean {
  const boxes = [element, element.parentElement].filter((box) => box !== null);
  return boxes.flatMap(listNameGroups).includes('standfirst');
}

function isStandfirst({ block, keptShare, size, facts }: ChosenBlock): boolean {
  const isText = block.kind === 'paragraph' || block.kind === 'heading';
  const isOther = facts.isCredit === 1 || facts.isOutside === 1;
  return isText && !isOther && keptShare >= 0.5 && size >= minStandfirstSize && size <= maxStandfirstSize;
}

/** A text of more words is no label. */
const maxTeaserLabelSize = 8;

/** Leaves out a label that is followed by links, such as "Don’t miss", and the links. */
function leaveOutTeasers(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const kept = [...blocks];
  for (const [index, { size, facts }] of blocks.entries()) {
    if (facts.furnitureText !== 1 || size > maxTeaserLabelSize) continue;
    const rest = blocks.slice(index + 1);
    const isTeaser = (block: ChosenBlock) => block.facts.isLink === 1 && block.facts.underLabel === 1;
    const end = rest.findIndex((block) => !isTeaser(block));
    const count = end === -1 ? rest.length : end;
    for (let place = index; count > 0 && place <= index + count; place += 1) {
      const block = kept[place];
      if (block) kept[place] = { ...block, isArticle: false };
    }
  }
  return kept;
}

/**
 * Completes a choice of single blocks by the structure of the page, since some blocks say little on their own:
 * - `leaveOutTeasers`: a label takes the links below it along.
 * - `keepLists`: the items of a list and the rows of a table stay or go together.
 * - `keepHeadings`: a heading stays or goes with what follows it.
 * - `keepStandfirst`: the standfirst between title and text stays.
 */
export function keepTogether(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  return keepStandfirst(keepHeadings(keepLists(leaveOutTeasers(blocks))));
}
