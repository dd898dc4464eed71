import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import { readBlocksWithElements } from '../elements/read-blocks';
import { sanitise } from '../sanitise';
import { wordNoteHooks } from '../word-html';
import { getNumber, numberAttribute } from './numbered-texts';

/** A block of a page, and where on the page it stands. */
export interface PageBlock {
  block: ImportedBlock;
  /** The element of the page, as it was parsed, that holds the block's first text. */
  element: Element;
  /** The share of its texts that Readability keeps as article: 0 to 1. */
  keptShare: number;
  /** The share of its characters that are part of links: 0 to 1. */
  linkShare: number;
  /** Its length in words. */
  size: number;
}

/** Of a script without spaces, so many characters count as a word. */
const charactersPerWord = 3;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;

/** Fewer words than these can be a label, a teaser or a caption. */
const minProseSize = 15;
const maxProseLinkShare = 0.4;
const sentenceEnd = /[.!?…。！？।؟۔]["'”’»)\]]*$/u;

/**
 * Reads all blocks of a page whose texts are numbered, from a copy of it, which is changed. `kept` has the numbers of the texts that
 * Readability keeps.
 */
export function readPageBlocks(
  copy: Document,
  texts: readonly Element[],
  kept: ReadonlySet<number>,
): PageBlock[] {
  sanitise(copy.documentElement);
  return readBlocksWithElements(copy.documentElement, wordNoteHooks).flatMap(({ block, elements }) => {
    const numbers = elements.filter((element) => element.hasAttribute(numberAttribute)).map(getNumber);
    const element = texts[numbers[0] ?? -1]?.parentElement;
    if (!element) return [];
    const keptCount = numbers.filter((number) => kept.has(number)).length;
    const linkShare = countLinkedCharacters(block) / block.text.length;
    return [
      { block, element, keptShare: keptCount / numbers.length, linkShare, size: countWords(block.text) },
    ];
  });
}

function countWords(text: string): number {
  return unspaced.test(text) ? text.length / charactersPerWord : (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}

function countLinkedCharacters({ marks }: ImportedBlock): number {
  return marks.reduce((sum, { kind, start, end }) => (kind === 'link' ? sum + end - start : sum), 0);
}

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text);
}

/** Whether a block is running text: a sentence of some length that is no link. */
export function isProse({ block, size, linkShare }: PageBlock): boolean {
  return size >= minProseSize && linkShare < maxProseLinkShare && endsSentence(block.text);
}

/** The words of all running text of blocks. */
export function countProse(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => (isProse(block) ? sum + block.size : sum), 0);
}
