import type { Walker } from './walker';

interface Point {
  x: number;
  y: number;
}

interface SpanPoints {
  from: Point;
  to: Point;
  middle: Point;
  /** Whether nothing lies over the words at these points. */
  isUncovered: boolean;
}

/**
 * Where the words of a span stand in the window, once they were scrolled into view and stand still: what comes into view
 * is laid out only then, and moves what is below it. Runs in the window.
 */
async function measureSpan({ start, end }: { start: number; end: number }): Promise<SpanPoints | null> {
  const holders = [...document.querySelectorAll('[role="group"][aria-label="Article text"] [data-start]')];
  const boxAt = (offset: number): { box: DOMRect; isRightToLeft: boolean } | null => {
    const holder = holderAt(offset);
    let left = offset - Number(holder?.getAttribute('data-start') ?? 0);
    const walker = document.createTreeWalker(holder ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      if (left < text.length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        const box = range.getClientRects()[0];
        if (!box || !holder) return null;
        // In a block from right to left, figures and Latin words run the other way.
        const isTurned = /[\dA-Za-z]/.test(text.charAt(left));
        return { box, isRightToLeft: getComputedStyle(holder).direction === 'rtl' && !isTurned };
      }
      left -= text.length;
    }
    return null;
  };
  const holderAt = (offset: number) =>
    holders.filter((block) => Number(block.getAttribute('data-start')) <= offset).at(-1);
  const sectionAt = (offset: number) =>
    holderAt(offset)?.closest('[role="group"][aria-label="Article text"] > *');
  /** Text in a section that is out of view is not painted, but measured as if it lay over the sections below. */
  const isPainted = (offset: number) => {
    const [box, section] = [boxAt(offset)?.box, sectionAt(offset)?.getBoundingClientRect()];
    return box !== undefined && section !== undefined && box.bottom <= section.bottom;
  };
  const inView = () => {
    const view = document.querySelector('[data-scroller]')?.getBoundingClientRect();
    const boxes = [boxAt(start)?.box, boxAt(end - 1)?.box];
    const isInside = boxes.every(
      (box) => view && box && box.top > view.top + 60 && box.bottom < view.bottom - 60,
    );
    return isInside && isPainted(start) && isPainted(end - 1);
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  // What comes into view is laid out some frames later.
  const stillFrames = 5;
  const scroll = () => {
    if (inView()) return;
    // Near the screen, a section gets its true height.
    if (isPainted(start)) holderAt(start)?.scrollIntoView({ block: 'center' });
    else sectionAt(start)?.scrollIntoView({ block: 'end' });
  };
  const measure = () => {
    const first = boxAt(start);
    const last = boxAt(end - 1);
    const between = boxAt((start + end) >> 1) ?? first;
    return first && last && between && { first, last, between };
  };
  scroll();
  let boxes = measure();
  for (let still = 0, looks = 0; still < stillFrames && looks < 60; looks += 1) {
    await frame();
    scroll();
    const before = JSON.stringify(boxes);
    boxes = measure();
    still = JSON.stringify(boxes) === before ? still + 1 : 0;
  }
  if (!boxes) return null;
  const { first, last, between } = boxes;
  const edge = ({ box, isRightToLeft }: typeof first, atEnd: boolean): Point => {
    const inside = Math.min(1, box.width / 4);
    const x = atEnd !== isRightToLeft ? box.right - inside : box.left + inside;
    return { x, y: box.top + box.height / 2 };
  };
  const from = edge(first, false);
  const to = edge(last, true);
  const middle = { x: between.box.left + between.box.width / 2, y: between.box.top + between.box.height / 2 };
  const text = document.querySelector('[role="group"][aria-label="Article text"]');
  const isFree = [from, to, middle].every(({ x, y }) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && text?.contains(hit) === true && !hit.closest('button');
  });
  return { from, to, middle, isUncovered: isFree };
}

/** Where the words of a span are; null when something lies over them. */
export async function locateSpan(walker: Walker, span: { start: number; end: number }): Promise<SpanPoints | null> {
  const points = await walker.page.evaluate(measureSpan, span);
  return points?.isUncovered ? points : null;
}
