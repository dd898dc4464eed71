import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createArticleDom } from '#renderer/window/features/article-view/dom/create-article-dom.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import { findGraphemeEnd, findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { choose } from '#tests/unit/effort.ts';
import { importDraft } from '#tests/unit/shared/drafts-of-text.ts';

const arabic = 'نقلت العبّارة 1.2 مليون راكب في 2019، قالت Reuters News للصحيفة، بنسبة 25% وهي 7 سفن.';
const hebrew = 'המעבורת הסיעה 412 אלף נוסעים (בשנת 2019), 25% לפי BBC World ו־CNN, ואיש לא ספר מאז.';
const latin = 'The ferry المعبر 2019 الكبير carried 1.2 million, and מעבורת 12 אחת said “שלום”.';

/** Renders blocks like the article view: in sections, each block split into elements of a few code units, as marks split it. */
function render(
  text: string,
  { width = 620, elementLength = text.length, blocksPerSection = 0, height = 0 } = {},
) {
  const draft = importDraft(text);
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = `margin: 40px 120px; width: ${width}px; font: 18px/29px serif`;
  if (height > 0) {
    root.style.cssText += `; height: ${height}px; overflow-y: auto`;
    root.dataset.scroller = '';
  }
  let parent: Element = root;
  for (const [index, { start, end }] of draft.blocks.entries()) {
    if (blocksPerSection > 0 && index % blocksPerSection === 0) {
      const next = root.appendChild(document.createElement('div'));
      next.style.cssText = 'content-visibility: auto; contain-intrinsic-size: auto 300px';
      parent = next;
    }
    const blockElement = parent.appendChild(document.createElement('p'));
    blockElement.style.cssText = 'margin: 0 0 20px; white-space: pre-wrap; overflow-wrap: anywhere';
    blockElement.dir = detectDirection(draft.text.slice(start, end), null);
    blockElement.dataset.start = String(start);
    for (let at = start; at < end; at += elementLength)
      blockElement.appendChild(document.createElement('span')).textContent = draft.text.slice(
        at,
        Math.min(end, at + elementLength),
      );
  }
  const articleDom = createArticleDom(root, draft);
  const getBox = (start: number, end: number): DOMRect => {
    const [box] = articleDom.getRange({ start, end })?.getClientRects() ?? [];
    if (!box) throw new Error(`There is no box for “${draft.text.slice(start, end)}”.`);
    return box;
  };
  /** The text between two points. */
  const getDraggedText = (from: { x: number; y: number }, to: { x: number; y: number }): string | null => {
    const [pressOffset, pointerOffset] = [
      articleDom.getOffsetAt(from.x, from.y),
      articleDom.getOffsetAt(to.x, to.y),
    ];
    if (pressOffset === null || pointerOffset === null || pressOffset === pointerOffset) return null;
    const span = cleanSelection(draft.text, pressOffset, pointerOffset);
    return span && draft.text.slice(span.start, span.end);
  };
  return { root, text: draft.text, articleDom, getBox, getDraggedText };
}

/** The graphemes of a text, without white space. */
function listGraphemes(text: string): { start: number; end: number }[] {
  const graphemes = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = findGraphemeEnd(text, start + 1);
    if (/\S/.test(text.slice(start, end))) graphemes.push({ start, end });
  }
  return graphemes;
}

const getMiddle = ({ top, height }: DOMRect) => top + height / 2;

/** Drags over some words from the side on which they start to the side on which they end. */
function dragOver(
  page: ReturnType<typeof render>,
  words: string,
  startSide: 'left' | 'right',
): string | null {
  const start = page.text.indexOf(words);
  const first = page.getBox(start, findGraphemeEnd(page.text, start + 1));
  const last = page.getBox(start + words.length - 1, start + words.length);
  const [from, to] =
    startSide === 'left' ? [first.left + 1, last.right - 1] : [first.right - 1, last.left + 1];
  return page.getDraggedText({ x: from, y: getMiddle(first) }, { x: to, y: getMiddle(last) });
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the offset at a point', () => {
  const pages = { arabic, hebrew, latin };
  for (const [name, text] of Object.entries(pages)) {
    for (const elementLength of [1, 3, 7, text.length]) {
      it(`is before or after the grapheme under the pointer, in ${name} text split every ${elementLength} code units`, () => {
        const page = render(text, { elementLength });
        for (const { start, end } of listGraphemes(text)) {
          const box = page.getBox(start, end);
          // A combining mark in an element of its own has no width.
          if (box.width < 2) continue;
          const y = getMiddle(box);
          const across = page.getDraggedText({ x: box.left + 0.4, y }, { x: box.right - 0.4, y });
          expect(across, `${start}: ${text.slice(start, end)}`).toContain(text.slice(start, end));
          if (elementLength > 3) expect(across).toBe(text.slice(start, end));
        }
      });
    }
  }

  const phrases: [string, string, 'left' | 'right'][] = [
    [arabic, '1.2', 'left'],
    [arabic, '2019', 'left'],
    [arabic, 'Reuters News', 'left'],
    [arabic, 'Reuters', 'left'],
    [arabic, '7', 'left'],
    [arabic, 'مليون راكب', 'right'],
    [hebrew, '412', 'left'],
    [hebrew, '25%', 'left'],
    [hebrew, 'BBC World', 'left'],
    [hebrew, 'CNN', 'left'],
    [hebrew, 'הסיעה', 'right'],
    [latin, 'ferry', 'left'],
    [latin, '2019', 'left'],
    [latin, 'המעבורת'.slice(1), 'right'],
    [latin, '12', 'left'],
    [latin, 'שלום', 'right'],
  ];
  for (const [text, words, startSide] of phrases) {
    it(`selects exactly “${words}” with a drag from its ${startSide} side to the other`, () => {
      for (const elementLength of [2, text.length])
        expect(dragOver(render(text, { elementLength }), words, startSide)).toBe(words);
    });
  }

  it('lets a drag select a number together with the words before and after it', () => {
    const page = render(arabic);
    const [start, end] = [arabic.indexOf('راكب'), arabic.indexOf('2019') + 4];
    const [first, last] = [page.getBox(start, start + 1), page.getBox(end - 1, end)];
    const selected = page.getDraggedText(
      { x: first.right - 1, y: getMiddle(first) },
      { x: last.right - 1, y: getMiddle(last) },
    );
    expect(selected).toBe(arabic.slice(start, end));
  });

  it('is the end of the line for a pointer beyond it, whatever the direction of the text there', () => {
    const page = render('اشترتها شركة Reuters\n\nThe paper is called הארץ');
    const text = page.text;
    const [rtl, ltr] = [page.getBox(0, 3), page.getBox(text.indexOf('The'), text.indexOf('The') + 3)];
    expect(page.articleDom.getOffsetAt(5, getMiddle(rtl))).toBe(text.indexOf('\n'));
    expect(page.articleDom.getOffsetAt(1200, getMiddle(rtl))).toBe(0);
    expect(page.articleDom.getOffsetAt(1200, getMiddle(ltr))).toBe(text.length);
    expect(page.articleDom.getOffsetAt(5, getMiddle(ltr))).toBe(text.indexOf('The'));
  });

  it('is on the line of the pointer when the text is broken into lines', () => {
    for (const text of [arabic, hebrew, latin]) {
      const page = render(text, { width: 240 });
      const lines = new Map<number, number[]>();
      for (const { start, end } of listGraphemes(text)) {
        const box = page.getBox(start, end);
        lines.set(box.top, [...(lines.get(box.top) ?? []), start, end]);
      }
      expect(lines.size).toBeGreaterThan(2);
      for (const [top, offsets] of lines) {
        const ends = [page.articleDom.getOffsetAt(5, top + 10), page.articleDom.getOffsetAt(1_200, top + 10)];
        expect(ends.toSorted((a, b) => Number(a) - Number(b))).toEqual([
          Math.min(...offsets),
          Math.max(...offsets),
        ]);
      }
      document.body.replaceChildren();
    }
  });

  it('is found in a paragraph that is pages long', () => {
    const long = Array(60).fill(`${arabic} ${hebrew}`).join(' ');
    const page = render(`${long}\n\n${latin}`, { width: 500 });
    for (const { start, end } of listGraphemes(long).filter((_, index) => index % 61 === 0)) {
      const box = page.getBox(start, end);
      const [from, to] = [box.left + 0.4, box.right - 0.4].map((x) => ({ x, y: getMiddle(box) }));
      if (from && to) expect(page.getDraggedText(from, to)).toBe(long.slice(start, end));
    }
  });

  it('is in a block on the screen, not in blocks that were never painted and overlap it', async () => {
    const paragraphs = Array.from({ length: 240 }, (_none, at) => `${at} ${'in the harbour '.repeat(40)}`);
    const page = render(paragraphs.join('\n\n'), { width: 500, blocksPerSection: 10, height: 400 });
    const { top } = page.root.getBoundingClientRect();
    for (const scrolled of [1, 0.8, 0.6, 0.4, 0.2]) {
      page.root.scrollTop = scrolled * page.root.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const y of [10, 100, 200, 300, 390]) {
        const painted = document.elementFromPoint(400, top + y)?.closest('p');
        if (!painted) continue;
        const start = Number(painted.dataset.start);
        const offset = page.articleDom.getOffsetAt(400, top + y);
        expect(offset).toBeGreaterThanOrEqual(start);
        expect(offset).toBeLessThanOrEqual(start + (painted.textContent ?? '').length);
      }
    }
  });

  it('can be between two blocks, and such a span has lines too', () => {
    const page = render('The ferry stops.\n\nIt was old.');
    const between = page.text.indexOf('\n') + 1;
    expect(page.articleDom.getEndLines({ start: between, end: between + 4 })).not.toBeNull();
    expect(page.articleDom.getRange({ start: 4, end: between })?.toString()).toContain('ferry stops.');
  });

  it('follows the displayed direction where the text overrides it', () => {
    const page = render('It was \u202egpj.exe\u202c they said');
    expect(dragOver(page, 'gpj', 'right')).toBe('gpj');
  });

  it('is between graphemes for every point of the window, even in text that mixes all scripts', () => {
    const words = fc.constantFrom(
      'ferry',
      'عبّارة',
      '1.2',
      '٢٠١٩',
      'שלום',
      '(x)',
      '👨‍👩‍👧',
      'é',
      '“',
      '%',
      '日本',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 300 }),
        (parts, x, y) => {
          const text = `a ${parts.join(' ')} b`;
          const page = render(text, { width: 300 });
          const offset = page.articleDom.getOffsetAt(x, y);
          document.body.replaceChildren();
          expect(offset).toBe(findGraphemeStart(page.text, offset ?? -1));
        },
      ),
      { numRuns: choose(25, 100) },
    );
  });
});
