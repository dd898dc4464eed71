import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import { findSentences } from '../../../../shared/text/segmenter/sentences';

/** The id of the elements around the words of a comment, before its number. */
const annotatedId = 'stet-annotated-';
/** The name of such words among the notes that a block refers to. */
const annotatedName = 'annotated:';

/** Creates the element around words of a comment, by its number. */
export function createWordsElement(root: Element, number: string): Element {
  const words = root.ownerDocument.createElement('span');
  words.id = annotatedId + number;
  return words;
}

/** Marks the words before an anchor that has none of its own: the end of the last sentence in the text before it. */
export function markSentenceBefore(root: Element, anchor: Element, number: string): void {
  const block = anchor.closest('p, li, td, th, h1, h2, h3, h4, h5, h6, div, body') ?? root;
  const walker = root.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = anchor;
  let before = walker.previousNode();
  while (before && before.textContent?.trim() === '') before = walker.previousNode();
  if (!(before instanceof Text)) return;
  const { data } = before;
  const sentence = findSentences(data, { start: 0, end: data.length }, null).at(-1);
  const words = createWordsElement(root, number);
  const end = before.splitText(sentence?.start ?? 0);
  end.replaceWith(words);
  words.append(end);
}

/** Names the words of comments like a note that they refer to, so that their place in the text becomes known. */
export function findAnnotatedWords(element: Element): { noteRef: string } | null {
  const names: string[] = [];
  for (let outer: Element | null = element; outer; outer = outer.parentElement)
    if (outer.id.startsWith(annotatedId)) names.push(outer.id.slice(annotatedId.length));
  return element.id.startsWith(annotatedId) ? { noteRef: annotatedName + names.join(',') } : null;
}

/** Removes the names of annotated words from the marks of blocks. Returns the places of each comment: block and offsets in it. */
export function takeAnnotatedWords(blocks: readonly ImportedBlock[]) {
  const places: { number: string; block: number; start: number; end: number }[] = [];
  const cleaned = blocks.map((block, index): ImportedBlock => {
    for (const { target, start, end } of block.marks)
      if (target?.startsWith(annotatedName))
        for (const number of target.slice(annotatedName.length).split(','))
          places.push({ number, block: index, start, end });
    return { ...block, marks: block.marks.filter(({ target }) => !target?.startsWith(annotatedName)) };
  });
  return { blocks: cleaned, places };
}
