import type { DraftText } from '../../../shared/text/draft-text';

/** A draft of a text whose paragraphs are parted by blank lines. */
export function createDraftText(text: string): DraftText {
  const blocks: { start: number; end: number }[] = [];
  let start = 0;
  for (const paragraph of text.split('\n\n')) {
    if (paragraph !== '') blocks.push({ start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  return { text, blocks, language: 'en' };
}

export interface Random {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** A whole number below the bound. */
  below(bound: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** Random numbers (mulberry32) that are the same for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] };
}
