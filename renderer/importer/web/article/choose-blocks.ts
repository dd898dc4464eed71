import { addFacts, type BlockWithFacts, type PageClues } from './block-facts';
import { keepTogether } from './keep-together';
import { isProse, type PageBlock } from './page-blocks';
import { isArticle, type Weights, weights } from './weights';

/** Running text that is set as this share of the article's is a part of it, even when Readability drops it. */
const minMainShare = 0.3;

/** Whether a block may be a part of the article at all: Readability keeps it, or the page itself says so. */
export function isCandidate(block: BlockWithFacts): boolean {
  if (block.keptShare >= 0.5) return true;
  const { facts } = block;
  const isSaid = facts.inArticleBody === 1 || facts.inJsonLd === 1;
  const isSet = facts.inCore === 1 && facts.mainShare >= minMainShare;
  return isProse(block) && (isSaid || isSet);
}

/** Chooses the blocks that are the article: true for each that is a part of it. Other weights are for trying them out. */
export function chooseBlocks(
  blocks: readonly PageBlock[],
  clues: PageClues,
  weigh: Weights = weights,
): boolean[] {
  const weighed = addFacts(blocks, clues).map((block) => ({
    ...block,
    isArticle: isCandidate(block) && isArticle(block.facts, weigh),
  }));
  return keepTogether(weighed).map((block) => block.isArticle);
}
