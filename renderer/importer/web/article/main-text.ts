import { isProse, type PageBlock } from './page-blocks';

/** Where the running text of the article stands on the page. */
export interface MainText {
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
export function findMainText(blocks: readonly PageBlock[]): MainText {
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
