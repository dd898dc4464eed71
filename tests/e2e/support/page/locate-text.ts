/** A point of the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Where words stand in the window: just inside their first and last character, and in their middle. */
export interface TextPosition {
  start: Point;
  end: Point;
  middle: Point;
}

/**
 * Runs in the window, sent there as its own text: finds the nth place of the words in the article and scrolls it into
 * view. A blank line in the words stands for the border between two blocks.
 */
export function locateText(text: Element, { words, nth }: { words: string; nth: number }): TextPosition | null {
  const characters: { node: Node; at: number }[] = [];
  let whole = '';
  for (const block of text.querySelectorAll('[data-start]')) {
    if (whole !== '') {
      whole += '\n\n';
      characters.push({ node: block, at: 0 }, { node: block, at: 0 });
    }
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const value = node.nodeValue ?? '';
      whole += value;
      for (let at = 0; at < value.length; at += 1) characters.push({ node, at });
    }
  }
  let start = whole.indexOf(words);
  for (let round = 0; round < nth && start >= 0; round += 1) start = whole.indexOf(words, start + 1);
  if (start < 0) return null;

  const boxOf = (index: number): DOMRect | undefined => {
    const character = characters[index];
    if (!character) return undefined;
    const range = document.createRange();
    range.setStart(character.node, character.at);
    range.setEnd(character.node, character.at + 1);
    return range.getClientRects()[0];
  };
  const last = start + words.length - 1;
  characters[start]?.node.parentElement?.scrollIntoView({ block: 'center' });
  const first = boxOf(start);
  const end = boxOf(last);
  const between = boxOf((start + last) >> 1) ?? first;
  if (!first || !end || !between) return null;
  const inside = (box: DOMRect) => Math.min(1, box.width / 4);
  const center = (box: DOMRect) => box.top + box.height / 2;
  // Hebrew and Arabic letters begin on their right.
  const isRightToLeft = (index: number) => /[\u0590-\u08ff]/.test(whole[index] ?? '');
  const begin = isRightToLeft(start) ? first.right - inside(first) : first.left + inside(first);
  const close = isRightToLeft(last) ? end.left + inside(end) : end.right - inside(end);
  return {
    start: { x: begin, y: center(first) },
    end: { x: close, y: center(end) },
    middle: { x: between.left + between.width / 2, y: center(between) },
  };
}
