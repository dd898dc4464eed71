import type { ChosenBlock } from '../block-facts';

/** Keeps a list or table as a whole when at least half of its items or rows are kept: they differ by chance, as by their length. */
export function keepLists(blocks: readonly ChosenBlock[]): ChosenBlock[] {
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
