import type { ChosenBlock } from '../block-facts';

/** A text of more words is no label. */
const maxLabelSize = 8;

/** Leaves out a label that is followed by links, such as "Don’t miss", and the links. */
export function leaveOutTeasers(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  const kept = [...blocks];
  for (const [index, { size, facts }] of blocks.entries()) {
    if (facts.furnitureText !== 1 || size > maxLabelSize) continue;
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
