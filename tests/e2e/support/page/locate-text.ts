/** A point of the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** The position of some text in the window: just inside its first and its last character, and in its middle. */
export interface TextPosition {
  start: Point;
  end: Point;
  middle: Point;
}

/**
 * Finds the nth occurrence (from 0) of some words in the article, and scrolls it into view. A blank line in the words matches
 * the boundary between two blocks. The function runs in the window, where it arrives as source text.
 */
export function locateText(
  article: Element,
  { words, nth }: { words: string; nth: number },
): TextPosition | null {
  const characters: { node: Node; offset: number }[] = [];
  let text = '';
  for (const block of article.querySelectorAll('[data-start]')) {
    if (text !== '') {
      text += '\n\n';
      characters.push({ node: block, offset: 0 }, { node: block, offset: 0 });
    }
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const value = node.nodeValue ?? '';
      text += value;
      for (let offset = 0; offset < value.length; offset += 1) characters.push({ node, offset });
    }
  }
  let start = text.indexOf(words);
  for (let skipped = 0; skipped < nth && start >= 0; skipped += 1) start = text.indexOf(words, start + 1);
  if (start < 0) return null;

  const measure = (index: number): DOMRect | undefined => {
    const character = characters[index];
    if (!character) return undefined;
    const range = document.createRange();
    range.setStart(character.node, character.offset);
    range.setEnd(character.node, character.offset + 1);
    return range.getClientRects()[0];
  };
  const last = start + words.length - 1;
  characters[start]?.node.parentElement?.scrollIntoView({ block: 'center' });
  const startBox = measure(start);
  const endBox = measure(last);
  const middleBox = measure((start + last) >> 1) ?? startBox;
  if (!startBox || !endBox || !middleBox) return null;
  const inset = (box: DOMRect) => Math.min(1, box.width / 4);
  const centerY = (box: DOMRect) => box.top + box.height / 2;
  // Hebrew and Arabic letters begin at their right edge.
  const isRightToLeft = (index: number) => /[\u0590-\u08ff]/.test(text[index] ?? '');
  const startX = isRightToLeft(start) ? startBox.right - inset(startBox) : startBox.left + inset(startBox);
  const endX = isRightToLeft(last) ? endBox.left + inset(endBox) : endBox.right - inset(endBox);
  return {
    start: { x: startX, y: centerY(startBox) },
    end: { x: endX, y: centerY(endBox) },
    middle: { x: middleBox.left + middleBox.width / 2, y: centerY(middleBox) },
  };
}
