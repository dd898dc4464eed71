import { excludedElements } from '#renderer/documents/read/flow/element-kinds.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import { readBlocksWithElements } from '../elements/read-blocks.ts';
import { wordNoteHooks } from '../elements/word-html.ts';

/** Names a text of a page in the copy that Readability takes apart, so that the texts left there are known. */
const numberAttribute = 'data-stet-number';

/**
 * Puts every text of a page into an element of its own with a number. It is an element, since Readability parses the page anew where
 * it tries again, and no text node would be known then.
 */
export function numberTexts(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if ((node.nodeValue ?? '').trim() !== '' && isText(node.parentElement)) texts.push(node);
  for (const [index, text] of texts.entries()) {
    const wrapper = page.createElement('span');
    wrapper.setAttribute(numberAttribute, String(index));
    text.parentNode?.replaceChild(wrapper, text);
    wrapper.append(text);
  }
}

function isText(parent: Element | null): boolean {
  return parent !== null && !excludedElements.has(parent.localName);
}

/** The numbers of the texts that are left below an element. */
export function listNumbers(root: ParentNode): Set<number> {
  return new Set(Array.from(root.querySelectorAll(`[${numberAttribute}]`), getNumber));
}

function getNumber(wrapper: Element): number {
  return Number(wrapper.getAttribute(numberAttribute));
}

/** A block of a page, and where on the page it stands. */
export interface PageBlock {
  block: ImportedBlock;
  /** The element of the page, as it was parsed, that holds the block's first text. */
  element: Element;
  /** The share of its texts that Readability keeps as article: 0 to 1. */
  keptShare: number;
  /** The share of its characters that are part of links, also of those that lead nowhere once the page is saved: 0 to 1. */
  linkShare: number;
  /** Its length in words. */
  size: number;
}

/** How many characters count as a word in scripts without spaces. */
const charactersPerWord = 3;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/u;

/** Fewer words than these can be a label, a teaser or a caption. */
const minProseSize = 15;
const maxProseLinkShare = 0.4;
const sentenceEnd = /[.!?…。！？।؟۔]["'”’»)\]]*$/u;

/**
 * Reads all blocks of a page whose texts are numbered. `kept` has the numbers of the texts that Readability keeps. The page is not
 * sanitised: nothing of it is shown, and only text and addresses that links may have are read from it.
 */
export function readPageBlocks(page: Document, kept: ReadonlySet<number>): PageBlock[] {
  return readBlocksWithElements(page.documentElement, wordNoteHooks).flatMap(({ block, elements }) => {
    const texts = elements.filter((text) => text.hasAttribute(numberAttribute));
    const element = texts[0]?.parentElement;
    if (!element) return [];
    const keptCount = texts.filter((text) => kept.has(getNumber(text))).length;
    const linked = texts.filter((text) => text.closest('a:not([name])') !== null);
    return [
      {
        block,
        element,
        keptShare: keptCount / texts.length,
        size: countWords(block.text),
        linkShare: countCharacters(linked) / Math.max(1, countCharacters(texts)),
      },
    ];
  });
}

function countWords(text: string): number {
  return unspaced.test(text) ? text.length / charactersPerWord : (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
}

function countCharacters(texts: readonly Element[]): number {
  return texts.reduce((sum, { textContent }) => sum + (textContent ?? '').trim().length, 0);
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
