import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type ArticleDom,
  createArticleDom,
} from '#renderer/window/features/article-view/dom/create-article-dom.ts';
import { startDragSelection } from '#renderer/window/features/article-view/selection/start-drag-selection.ts';
import { resetReviewView, useReviewView } from '#renderer/window/state/view/review-view.ts';
import { importDraft } from '#tests/unit/shared/drafts-of-text.ts';

const draft = importDraft(
  [
    'The last ferry',
    'The ferry carried 1.2 million people in 2019, the harbour office said, and nobody has counted them since then.',
    'Short line.',
    'Tickets are free until the bridge opens, which may be in May, and then nobody will need the ferry any more at all.',
  ].join('\n\n'),
);
const { text } = draft;

let scroller: HTMLElement;
let articleDom: ArticleDom;
let endDrag: () => void;

/** An article with the layout of the article view: margins that can't be selected, gaps between blocks, a panel beside it. */
beforeEach(() => {
  resetReviewView();
  document.body.innerHTML = `
    <div data-scroller style="position: absolute; left: 200px; top: 40px; width: 560px; height: 320px; overflow: auto">
      <div id="text" style="padding: 30px 60px 400px 90px; font: 18px/29px serif"></div>
    </div>
    <aside style="position: absolute; left: 760px; top: 40px; width: 200px; height: 320px; user-select: none">Panel</aside>`;
  const root = document.getElementById('text');
  const scrollerElement = document.querySelector<HTMLElement>('[data-scroller]');
  if (!root || !scrollerElement) throw new Error('There is no article.');
  for (const { start, end: to } of draft.blocks) {
    const row = root.appendChild(document.createElement('div'));
    row.style.cssText = 'position: relative; margin-bottom: 20px';
    const margin = row.appendChild(document.createElement('div'));
    margin.style.cssText = 'position: absolute; left: -80px; width: 60px; height: 100%; user-select: none';
    margin.textContent = '12';
    const blockElement = row.appendChild(document.createElement('p'));
    blockElement.style.margin = '0';
    blockElement.dataset.start = String(start);
    blockElement.textContent = text.slice(start, to);
  }
  scroller = scrollerElement;
  articleDom = createArticleDom(root, draft);
  endDrag = () => {};
});

afterEach(() => {
  endDrag();
  document.body.replaceChildren();
});

function getBox(words: string): DOMRect {
  const start = text.indexOf(words);
  const box = articleDom.getRange({ start, end: start + words.length })?.getBoundingClientRect();
  if (!box) throw new Error(`"${words}" is not in the article.`);
  return box;
}

const getMiddle = (box: DOMRect) => box.top + box.height / 2;

function press(x: number, y: number, { clicks = 1, shift = false, alt = false } = {}): void {
  endDrag();
  const keys = { isExtending: shift, isAltHeld: alt };
  endDrag = startDragSelection({ draft, articleDom, scroller }, { x, y, clicks, ...keys });
}

function moveMouse(type: 'mousemove' | 'mouseup', x: number, y: number, altKey = false): void {
  document.dispatchEvent(
    new MouseEvent(type, { clientX: x, clientY: y, buttons: type === 'mousemove' ? 1 : 0, altKey }),
  );
}

/** The selected text. Checks that the selection on the page is the same. */
function getSelectedText(): string | null {
  const { selection } = useReviewView.getState();
  const onPage = document.getSelection()?.toString().trim() ?? '';
  if (selection) expect(onPage.replace(/\s+/g, ' ')).toBe(getText(selection).replace(/\s+/g, ' '));
  else expect(onPage).toBe('');
  return selection && getText(selection);
}

const getText = ({ start, end: to }: { start: number; end: number }) => text.slice(start, to);

describe('selecting by mouse', () => {
  it('selects from the press to the pointer, even if only the last move is reported', () => {
    press(getBox('ferry carried').left + 1, getMiddle(getBox('ferry carried')));
    moveMouse('mouseup', getBox('million').right - 1, getMiddle(getBox('million')));
    expect(getSelectedText()).toBe('ferry carried 1.2 million');
  });

  it('takes whole words while it is dragged, and exactly the characters while Alt is held', () => {
    press(getBox('rried').left + 1, getMiddle(getBox('rried')));
    const { right } = getBox('1.2 mill');
    const middle = getMiddle(getBox('1.2 mill'));
    moveMouse('mousemove', right, middle);
    expect(getSelectedText()).toBe('carried 1.2 million');
    moveMouse('mousemove', right, middle, true);
    expect(getSelectedText()).toBe('rried 1.2 mill');
    document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Alt' }));
    expect(getSelectedText()).toBe('carried 1.2 million');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Alt', altKey: true }));
    expect(getSelectedText()).toBe('rried 1.2 mill');
    moveMouse('mouseup', right, middle, true);
    expect(getSelectedText()).toBe('rried 1.2 mill');
  });

  it('takes whole words backwards too, and no word of which it only reaches the space', () => {
    const middle = getMiddle(getBox('carried'));
    press(getBox('1.2 m').right, middle);
    moveMouse('mouseup', getBox('carried ').right, middle);
    expect(getSelectedText()).toBe('1.2 million');
    press(getBox('1.2 m').right, middle);
    moveMouse('mouseup', getBox('carrie').right, middle);
    expect(getSelectedText()).toBe('carried 1.2 million');
  });

  it('takes no word when the pointer moved within one character', () => {
    const box = getBox('million');
    press(box.left + 10, getMiddle(box));
    moveMouse('mouseup', box.left + 10, getMiddle(box) + 5);
    expect(getSelectedText()).toBeNull();
  });

  it('extends to the whole word with Shift, and leaves the other end as it was', () => {
    const middle = getMiddle(getBox('carried'));
    press(getBox('rried').left, middle, { alt: true });
    moveMouse('mouseup', getBox('1.2').right, middle, true);
    expect(getSelectedText()).toBe('rried 1.2');
    press(getBox('1.2 mill').right, middle, { shift: true });
    expect(getSelectedText()).toBe('rried 1.2 million');
  });

  it.each([
    ['beyond the line', 'Short', 745, 'Short line.'],
    ['over the panel', 'Short', 900, 'Short line.'],
    ['outside of the window', 'Short', 5_000, 'Short line.'],
    ['on the margin', 'line', 220, 'Short'],
  ])('selects to the end of the line on the side of a pointer that is %s', (_where, words, x, selected) => {
    press(getBox(words).left + 1, getMiddle(getBox(words)));
    moveMouse('mousemove', x, getMiddle(getBox(words)));
    expect(getSelectedText()).toBe(selected);
  });

  it('selects to the nearest line for a pointer in a gap between two blocks', () => {
    press(getBox('Short').left + 1, getMiddle(getBox('Short')));
    moveMouse('mousemove', getBox('line').right - 1, getBox('line').bottom + 6);
    expect(getSelectedText()).toBe('Short line');
  });

  it('can start beside the text', () => {
    press(740, getMiddle(getBox('Short')));
    moveMouse('mousemove', getBox('Short').right - 1, getMiddle(getBox('Short')));
    expect(getSelectedText()).toBe('line.');
  });

  it('never selects text outside of the lines between the press and the pointer, wherever they are', () => {
    const lines = draft.blocks.flatMap((block) => [...(articleDom.getRange(block)?.getClientRects() ?? [])]);
    // Exactly between two blocks, both lines are the nearest.
    const getNearestLines = (y: number) => {
      const min = Math.min(...lines.map((line) => getDistance(line, y)));
      const nearest = lines.filter((line) => getDistance(line, y) === min);
      return {
        top: Math.min(...nearest.map(({ top }) => top)),
        bottom: Math.max(...nearest.map(({ bottom }) => bottom)),
      };
    };
    const getDistance = ({ top, bottom }: DOMRect, y: number) => Math.max(top - y, 0, y - bottom);
    const anyX = fc.integer({ min: -100, max: 1_200 });
    const anyY = fc.integer({ min: 41, max: 359 });
    fc.assert(
      fc.property(anyX, anyY, anyX, anyY, (x1, y1, x2, y2) => {
        press(x1, y1);
        moveMouse('mousemove', x2, y2);
        getSelectedText();
        const { selection } = useReviewView.getState();
        const selectedBoxes = (selection && articleDom.getRange(selection)?.getClientRects()) ?? [];
        const [from, to] = [getNearestLines(Math.min(y1, y2)), getNearestLines(Math.max(y1, y2))];
        for (const { left, top, bottom, width } of selectedBoxes) {
          // The margins in between are not text.
          if (width === 0 || left < getBox('Short').left) continue;
          expect(top).toBeGreaterThanOrEqual(from.top);
          expect(bottom).toBeLessThanOrEqual(to.bottom);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('selects a word with a double click and extends by words', () => {
    press(getBox('arried').left + 3, getMiddle(getBox('arried')), { clicks: 2 });
    expect(getSelectedText()).toBe('carried');
    moveMouse('mousemove', getBox('illion').left + 3, getMiddle(getBox('illion')));
    expect(getSelectedText()).toBe('carried 1.2 million');
    moveMouse('mousemove', getBox('he ferry').left + 3, getMiddle(getBox('he ferry')));
    expect(getSelectedText()).toBe('The ferry carried');
  });

  it('selects a paragraph with a triple click', () => {
    press(getBox('Short').left + 3, getMiddle(getBox('Short')), { clicks: 3 });
    expect(getSelectedText()).toBe('Short line.');
  });

  it('extends the selection from its far end with Shift, and from the last click', () => {
    press(getBox('carried').left + 0.5, getMiddle(getBox('carried')));
    moveMouse('mouseup', getBox('carried').right - 1, getMiddle(getBox('carried')));
    press(getBox('people').right - 1, getMiddle(getBox('people')), { shift: true });
    expect(getSelectedText()).toBe('carried 1.2 million people');
    press(getBox('Short').left + 0.5, getMiddle(getBox('Short')));
    moveMouse('mouseup', getBox('Short').left + 0.5, getMiddle(getBox('Short')));
    expect(getSelectedText()).toBeNull();
    press(getBox('Short').right - 1, getMiddle(getBox('Short')), { shift: true });
    expect(getSelectedText()).toBe('Short');
  });

  it('clears the selection with a click, even if the pointer moves a little', () => {
    useReviewView.setState({ selection: { start: 0, end: 8 } });
    const { right } = getBox('Short');
    press(right, getMiddle(getBox('Short')));
    moveMouse('mousemove', right + 1, getMiddle(getBox('Short')) + 1);
    moveMouse('mouseup', right + 1, getMiddle(getBox('Short')) + 1);
    expect(getSelectedText()).toBeNull();
    expect(useReviewView.getState().lastSpan?.start).toBe(text.indexOf('Short') + 5);
  });

  it('ends when a key clears the selection', () => {
    press(getBox('ferry').left + 1, getMiddle(getBox('ferry')));
    moveMouse('mousemove', getBox('carried').right, getMiddle(getBox('carried')));
    document.getSelection()?.removeAllRanges();
    useReviewView.setState({ selection: null });
    moveMouse('mousemove', getBox('people').right, getMiddle(getBox('people')));
    moveMouse('mousemove', getBox('people').right, getMiddle(getBox('people')));
    expect(getSelectedText()).toBeNull();
  });

  it('scrolls for a pointer below the view, and selects the text that comes into view', async () => {
    press(getBox('ferry').left + 1, getMiddle(getBox('ferry')));
    scroller.style.height = '90px';
    const before = scroller.scrollTop;
    moveMouse('mousemove', getBox('Short line.').right, scroller.getBoundingClientRect().bottom + 60);
    await expect.poll(() => scroller.scrollTop).toBeGreaterThan(before + 100);
    expect(getSelectedText()).toContain('Short line.');
  });

  it('selects text under a panel that covers it', () => {
    const cover = document.body.appendChild(document.createElement('div'));
    cover.style.cssText = 'position: absolute; inset: 0; user-select: none';
    cover.textContent = 'a panel over the article';
    press(getBox('carried').left + 1, getMiddle(getBox('carried')));
    moveMouse('mousemove', getBox('million').right - 1, getMiddle(getBox('million')));
    expect(getSelectedText()).toBe('carried 1.2 million');
  });
});
