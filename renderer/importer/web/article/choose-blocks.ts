import { type BlockFacts, listBlockFacts, type PageClues } from './block-facts';
import { isProse, type PageBlock } from './page-blocks';
import { isArticle } from './weights';

/** Running text that is set as this share of the article's is a part of it, even when Readability drops it. */
const minMainShare = 0.3;

/** Whether a block may be a part of the article at all: Readability keeps it, or the page itself says so. */
export function isCandidate(block: PageBlock, facts: BlockFacts): boolean {
  if (block.keptShare >= 0.5) return true;
  const isSaid = facts.inArticleBody === 1 || facts.inJsonLd === 1;
  const isSet = facts.inCore === 1 && facts.mainShare >= minMainShare;
  return isProse(block) && (isSaid || isSet);
}

/** Chooses the blocks that are the article: true for each that is a part of it. */
export function chooseBlocks(blocks: readonly PageBlock[], clues: PageClues): boolean[] {
  const facts = listBlockFacts(blocks, clues);
  return blocks.map((block, index) => {
    const own = facts[index];
    return own !== undefined && isCandidate(block, own) && isArticle(own);
  });
}
