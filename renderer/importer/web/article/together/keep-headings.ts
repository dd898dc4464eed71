import type { ChosenBlock } from '../block-facts';
import { leadsAway } from '../furniture-text';
import { isProse } from '../page-blocks';

/** A heading of at most this many words that sounds like a label is one, whatever follows it: "Related". */
const maxLabelSize = 3;
/** At least this share of the running text has to be set like the text below a heading that sounds like a label. */
const minMainShare = 0.2;

/** A heading inside one of these does not belong to the text after it. */
const closedBoxes = 'ul, ol, li, dl, nav, aside, figure, blockquote, form, footer';

/** Keeps each heading whose text is kept, and leaves out those whose text is left out. */
export function keepHeadings(blocks: readonly ChosenBlock[]): ChosenBlock[] {
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
  const boxes = listBoxesBefore(element, next.element);
  const box = boxes.at(-1);
  if (!box || boxes.some((one) => one.matches(closedBoxes))) return false;
  // A label above the heading, in a box of its own, shows that the heading is not part of the article: "Related".
  const above = blocks.slice(0, index).filter((block) => box.contains(block.element));
  return above.every((block) => block.isArticle || isBeside(block));
}

/** The elements around a heading that do not hold what follows it, from the innermost. */
function listBoxesBefore(heading: Element, next: Element): Element[] {
  const boxes: Element[] = [];
  for (let outer: Element | null = heading; outer && !outer.contains(next); outer = outer.parentElement)
    boxes.push(outer);
  return boxes;
}

function isBeside({ isArticle, block, facts }: ChosenBlock): boolean {
  const isDetail = facts.detailsName === 1 || facts.isDate === 1 || facts.isCredit === 1;
  return !isArticle && (isDetail || block.kind === 'caption');
}
