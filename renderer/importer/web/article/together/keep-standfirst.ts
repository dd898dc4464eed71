import type { ChosenBlock } from '../block-facts';
import { listNameGroups } from '../furniture-names';

/** The length of a standfirst in words. */
const minSize = 5;
const maxSize = 80;

/** A block is a link to another page when more than this share of its characters is linked. */
const maxLinkShare = 0.5;

/**
 * Keeps the standfirst: the first block between title and text, if Readability keeps it. Bylines, dates and captions may stand before it,
 * and what invites to share.
 */
export function keepStandfirst(blocks: readonly ChosenBlock[]): ChosenBlock[] {
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
  const isFurniture = facts.furnitureName === 1 || facts.furnitureText === 1 || linkShare > maxLinkShare;
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
  return isText && !isOther && keptShare >= 0.5 && size >= minSize && size <= maxSize;
}
