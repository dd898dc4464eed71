import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createGalleyDom,
  type GalleyDom,
} from '../../../../../../renderer/features/reader/galley/galley-dom';
import { dragSelection } from '../../../../../../renderer/features/reader/selecting/drag-selection';
import { resetView, useReviewView } from '../../../../../../renderer/state/review/review-view';
import { draftOf } from '../../../../shared/drafts-of-text';

const draft = draftOf(
  [
    'The last ferry',
    'The ferry carried 1.2 million people in 2019, the harbour office said, and nobody has counted them since then.',
    'Short line.',
    'Tickets are free until the bridge opens, which may be in May, and then nobody will need the ferry any more at all.',
  ].join('\n\n'),
);
const { text } = draft;

let scroller: HTMLElement;
let galley: GalleyDom;
let end: () => void;

/** An article as the galley lays it out: margins that can't be selected, gaps between blocks, a panel beside it. */
beforeEach(() => {
  resetView();
  document.body.innerHTML = `
    <div data-scroller style="position: absolute; left: 200px; top: 40px; width: 560px; height: 320px; overflow: auto">
      <div id="text" style="padding: 30px 60px 400px 90px; font: 18px/29px serif"></div>
    </div>
    <aside style="position: absolute; left: 760px; top: 40px; width: 200px; height: 320px; user-select: none">Panel</aside>`;
  const root = document.getElementById('text');
  const found = document.querySelector<HTMLElement>('[data-scroller]');
  if (!root || !found) throw new Error('no article');
  for (const { start, end: to } of draft.blocks) {
    const row = root.appendChild(document.createElement('div'));
    row.style.cssText = 'position: relative; margin-bottom: 20px';
    const margin = row.appendChild(document.createElement('div'));
    margin.style.cssText = 'position: absolute; left: -80px; width: 60px; height: 100%; user-select: none';
    margin.textContent = '12';
    const holder = row.appendChild(document.createElement('p'));
    holder.style.margin = '0';
    holder.dataset.start = String(start);
    holder.textContent = text.slice(start, to);
  }
  scroller = found;
  galley = createGalleyDom(root, draft);
  end = () => {};
});

afterEach(() => {
  end();
  document.body.replaceChildren();
});

function boxOf(words: string): DOMRect {
  const start = text.indexOf(words);
  const box = galley.range({ start, end: start + words.length })?.getBoundingClientRect();
  if (!box) throw new Error(`no "${words}"`);
  return box;
}

const middle = (box: DOMRect) => box.top + box.height / 2;

function press(x: number, y: number, { clicks = 1, shift = false } = {}): void {
  end();
  end = dragSelection({ draft, galley, scroller }, { x, y, clicks, extends: shift });
}

function mouse(type: 'mousemove' | 'mouseup', x: number, y: number): void {
  document.dispatchEvent(
    new MouseEvent(type, { clientX: x, clientY: y, buttons: type === 'mousemove' ? 1 : 0 }),
  );
}

/** The words selected in the view, which are those on the page. */
function selected(): string | null {
  const { selection } = useReviewView.getState();
  const shown = document.getSelection()?.toString().trim() ?? '';
  if (selection) expect(shown.replace(/\s+/g, ' ')).toBe(words(selection).replace(/\s+/g, ' '));
  else expect(shown).toBe('');
  return selection && words(selection);
}

const words = ({ start, end: to }: { start: number; end: number }) => text.slice(start, to);

describe('selecting by mouse', () => {
  it('holds what lies between the press and the pointer, though only the last move was told', () => {
    press(boxOf('ferry carried').left + 1, middle(boxOf('ferry carried')));
    mouse('mouseup', boxOf('million').right - 1, middle(boxOf('million')));
    expect(selected()).toBe('ferry carried 1.2 million');
  });

  it('goes to the end of the pointer’s line beyond it, over the panel and outside of the window', () => {
    for (const x of [745, 900, 5_000]) {
      press(boxOf('Short').left + 1, middle(boxOf('Short')));
      mouse('mousemove', x, middle(boxOf('Short')));
      expect(selected()).toBe('Short line.');
    }
  });

  it('goes to the start of the pointer’s line on the margin', () => {
    press(boxOf('line').left + 1, middle(boxOf('line')));
    mouse('mousemove', 220, middle(boxOf('line')));
    expect(selected()).toBe('Short');
  });

  it('stays with the nearest line in a gap between two blocks', () => {
    press(boxOf('Short').left + 1, middle(boxOf('Short')));
    mouse('mousemove', boxOf('line').right - 1, boxOf('line').bottom + 6);
    expect(selected()).toBe('Short line');
  });

  it('can begin beside the text, where nothing is written', () => {
    press(740, middle(boxOf('Short')));
    mouse('mousemove', boxOf('Short').right - 1, middle(boxOf('Short')));
    expect(selected()).toBe('line.');
  });

  it('never holds words outside of the lines between press and pointer, wherever they are', () => {
    const lines = draft.blocks.flatMap((block) => [...(galley.range(block)?.getClientRects() ?? [])]);
    // Just between two blocks, a line of either is the nearest.
    const linesAt = (y: number) => {
      const least = Math.min(...lines.map((line) => away(line, y)));
      const nearest = lines.filter((line) => away(line, y) === least);
      return {
        top: Math.min(...nearest.map(({ top }) => top)),
        bottom: Math.max(...nearest.map(({ bottom }) => bottom)),
      };
    };
    const away = ({ top, bottom }: DOMRect, y: number) => Math.max(top - y, 0, y - bottom);
    const anyX = fc.integer({ min: -100, max: 1_200 });
    const anyY = fc.integer({ min: 41, max: 359 });
    fc.assert(
      fc.property(anyX, anyY, anyX, anyY, (x1, y1, x2, y2) => {
        press(x1, y1);
        mouse('mousemove', x2, y2);
        selected();
        const { selection } = useReviewView.getState();
        const held = (selection && galley.range(selection)?.getClientRects()) ?? [];
        const [from, to] = [linesAt(Math.min(y1, y2)), linesAt(Math.max(y1, y2))];
        for (const { left, top, bottom, width } of held) {
          // The margins between are not text.
          if (width === 0 || left < boxOf('Short').left) continue;
          expect(top).toBeGreaterThanOrEqual(from.top);
          expect(bottom).toBeLessThanOrEqual(to.bottom);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('takes words by a double click and goes on by words', () => {
    press(boxOf('arried').left + 3, middle(boxOf('arried')), { clicks: 2 });
    expect(selected()).toBe('carried');
    mouse('mousemove', boxOf('illion').left + 3, middle(boxOf('illion')));
    expect(selected()).toBe('carried 1.2 million');
    mouse('mousemove', boxOf('he ferry').left + 3, middle(boxOf('he ferry')));
    expect(selected()).toBe('The ferry carried');
  });

  it('takes a paragraph by a triple click', () => {
    press(boxOf('Short').left + 3, middle(boxOf('Short')), { clicks: 3 });
    expect(selected()).toBe('Short line.');
  });

  it('extends from its far end with Shift, and from the last click', () => {
    press(boxOf('carried').left + 0.5, middle(boxOf('carried')));
    mouse('mouseup', boxOf('carried').right - 1, middle(boxOf('carried')));
    press(boxOf('people').right - 1, middle(boxOf('people')), { shift: true });
    expect(selected()).toBe('carried 1.2 million people');
    press(boxOf('Short').left + 0.5, middle(boxOf('Short')));
    mouse('mouseup', boxOf('Short').left + 0.5, middle(boxOf('Short')));
    expect(selected()).toBeNull();
    press(boxOf('Short').right - 1, middle(boxOf('Short')), { shift: true });
    expect(selected()).toBe('Short');
  });

  it('lets go of what was selected by a click, however unsteady the hand', () => {
    useReviewView.setState({ selection: { start: 0, end: 8 } });
    const { right } = boxOf('Short');
    press(right, middle(boxOf('Short')));
    mouse('mousemove', right + 1, middle(boxOf('Short')) + 1);
    mouse('mouseup', right + 1, middle(boxOf('Short')) + 1);
    expect(selected()).toBeNull();
    expect(useReviewView.getState().place?.start).toBe(text.indexOf('Short') + 5);
  });

  it('ends when a key took the words', () => {
    press(boxOf('ferry').left + 1, middle(boxOf('ferry')));
    mouse('mousemove', boxOf('carried').right, middle(boxOf('carried')));
    document.getSelection()?.removeAllRanges();
    useReviewView.setState({ selection: null });
    mouse('mousemove', boxOf('people').right, middle(boxOf('people')));
    mouse('mousemove', boxOf('people').right, middle(boxOf('people')));
    expect(selected()).toBeNull();
  });

  it('scrolls on below, and selects what comes into view', async () => {
    press(boxOf('ferry').left + 1, middle(boxOf('ferry')));
    scroller.style.height = '90px';
    const before = scroller.scrollTop;
    mouse('mousemove', boxOf('Short line.').right, scroller.getBoundingClientRect().bottom + 60);
    await expect.poll(() => scroller.scrollTop).toBeGreaterThan(before + 100);
    expect(selected()).toContain('Short line.');
  });

  it('finds its place under a panel that lies over the text', () => {
    const cover = document.body.appendChild(document.createElement('div'));
    cover.style.cssText = 'position: absolute; inset: 0; user-select: none';
    cover.textContent = 'a panel over the article';
    press(boxOf('carried').left + 1, middle(boxOf('carried')));
    mouse('mousemove', boxOf('million').right - 1, middle(boxOf('million')));
    expect(selected()).toBe('carried 1.2 million');
  });
});
