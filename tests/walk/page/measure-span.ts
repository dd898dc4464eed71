export interface Point {
  x: number;
  y: number;
}

/** Points of a span in the window, in CSS pixels. */
export interface SpanPoints {
  /** Just inside the first character. */
  from: Point;
  /** Just inside the last character. */
  to: Point;
  middle: Point;
  /** Whether nothing covers the text at these points. */
  isUncovered: boolean;
}

/**
 * Scrolls a span of the draft into view and measures it once it has stopped moving: sections that come into view are only then
 * laid out, which moves what is below them. Runs in the window, where it is sent as source text.
 */
export async function measureSpan({
  start,
  end,
}: {
  start: number;
  end: number;
}): Promise<SpanPoints | null> {
  const textSelector = '[role="group"][aria-label="Article text"]';
  const blocks = [...document.querySelectorAll(`${textSelector} [data-start]`)];
  const findBlock = (offset: number) =>
    blocks.filter((block) => Number(block.getAttribute('data-start')) <= offset).at(-1);
  const findSection = (offset: number) => findBlock(offset)?.closest(`${textSelector} > *`);

  const measureCharacter = (offset: number): { box: DOMRect; isRightToLeft: boolean } | null => {
    const block = findBlock(offset);
    let rest = offset - Number(block?.getAttribute('data-start') ?? 0);
    const walker = document.createTreeWalker(block ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (rest < text.length) {
        const range = document.createRange();
        range.setStart(node, rest);
        range.setEnd(node, rest + 1);
        const box = range.getClientRects()[0];
        if (!box || !block) return null;
        // Digits and Latin words run from left to right, even in a block that runs from right to left.
        const isLatin = /[\dA-Za-z]/.test(text.charAt(rest));
        return { box, isRightToLeft: getComputedStyle(block).direction === 'rtl' && !isLatin };
      }
      rest -= text.length;
    }
    return null;
  };

  // Text in a section that is out of view is not painted, and is measured as if it overlapped the sections below.
  const isPainted = (offset: number) => {
    const box = measureCharacter(offset)?.box;
    const section = findSection(offset)?.getBoundingClientRect();
    return box !== undefined && section !== undefined && box.bottom <= section.bottom;
  };
  const isInView = () => {
    const view = document.querySelector('[data-scroller]')?.getBoundingClientRect();
    const boxes = [measureCharacter(start)?.box, measureCharacter(end - 1)?.box];
    const isInside = boxes.every(
      (box) => view && box && box.top > view.top + 60 && box.bottom < view.bottom - 60,
    );
    return isInside && isPainted(start) && isPainted(end - 1);
  };
  const scroll = () => {
    if (isInView()) return;
    // A section gets its true height when it is near the screen.
    if (isPainted(start)) findBlock(start)?.scrollIntoView({ block: 'center' });
    else findSection(start)?.scrollIntoView({ block: 'end' });
  };

  const measure = () => {
    const first = measureCharacter(start);
    const last = measureCharacter(end - 1);
    const middle = measureCharacter((start + end) >> 1) ?? first;
    return first && last && middle && { first, last, middle };
  };
  const waitForFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // A section that comes into view is laid out some frames later.
  const stableFrameCount = 5;
  const maxFrameCount = 60;
  scroll();
  let boxes = measure();
  for (let stable = 0, frames = 0; stable < stableFrameCount && frames < maxFrameCount; frames += 1) {
    await waitForFrame();
    scroll();
    const before = JSON.stringify(boxes);
    boxes = measure();
    stable = JSON.stringify(boxes) === before ? stable + 1 : 0;
  }
  if (!boxes) return null;

  const { first, last, middle } = boxes;
  const getEdge = ({ box, isRightToLeft }: typeof first, isEnd: boolean): Point => {
    const inset = Math.min(1, box.width / 4);
    const x = isEnd !== isRightToLeft ? box.right - inset : box.left + inset;
    return { x, y: box.top + box.height / 2 };
  };
  const points = {
    from: getEdge(first, false),
    to: getEdge(last, true),
    middle: { x: middle.box.left + middle.box.width / 2, y: middle.box.top + middle.box.height / 2 },
  };
  const text = document.querySelector(textSelector);
  const isUncovered = Object.values(points).every(({ x, y }) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && text?.contains(hit) === true && !hit.closest('button');
  });
  return { ...points, isUncovered };
}
