import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { createGalleyDom } from '../../../../../../renderer/features/reader/galley/galley-dom';
import { directionOf } from '../../../../../../shared/text/characters/direction';
import { graphemeEnd, graphemeStart } from '../../../../../../shared/text/segmenter/graphemes';
import { cleanSelection } from '../../../../../../shared/text/selection';
import { draftOf } from '../../../../shared/drafts-of-text';

const arabic = 'نقلت العبّارة 1.2 مليون راكب في 2019، قالت Reuters News للصحيفة، بنسبة 25% وهي 7 سفن.';
const hebrew = 'המעבורת הסיעה 412 אלף נוסעים (בשנת 2019), 25% לפי BBC World ו־CNN, ואיש לא ספר מאז.';
const latin = 'The ferry المعبر 2019 الكبير carried 1.2 million, and מעבורת 12 אחת said “שלום”.';

/** Blocks as the galley lays them out, in sections of so many, each cut into elements every few units as marks cut it. */
function paint(text: string, { width = 620, piece = text.length, section = 0, height = 0 } = {}) {
  const draft = draftOf(text);
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = `margin: 40px 120px; width: ${width}px; font: 18px/29px serif`;
  if (height > 0) {
    root.style.cssText += `; height: ${height}px; overflow-y: auto`;
    root.dataset.scroller = '';
  }
  let parent: Element = root;
  for (const [index, { start, end }] of draft.blocks.entries()) {
    if (section > 0 && index % section === 0) {
      const next = root.appendChild(document.createElement('div'));
      next.style.cssText = 'content-visibility: auto; contain-intrinsic-size: auto 300px';
      parent = next;
    }
    const holder = parent.appendChild(document.createElement('p'));
    holder.style.cssText = 'margin: 0 0 20px; white-space: pre-wrap; overflow-wrap: anywhere';
    holder.dir = directionOf(draft.text.slice(start, end), null);
    holder.dataset.start = String(start);
    for (let at = start; at < end; at += piece)
      holder.appendChild(document.createElement('span')).textContent = draft.text.slice(
        at,
        Math.min(end, at + piece),
      );
  }
  const galley = createGalleyDom(root, draft);
  const boxOf = (start: number, end: number): DOMRect => {
    const [box] = galley.range({ start, end })?.getClientRects() ?? [];
    if (!box) throw new Error(`no box for ${draft.text.slice(start, end)}`);
    return box;
  };
  /** The words between two points. */
  const dragged = (from: { x: number; y: number }, to: { x: number; y: number }): string | null => {
    const [pressed, reached] = [galley.offsetAt(from.x, from.y), galley.offsetAt(to.x, to.y)];
    if (pressed === null || reached === null || pressed === reached) return null;
    const span = cleanSelection(draft.text, pressed, reached);
    return span && draft.text.slice(span.start, span.end);
  };
  return { root, text: draft.text, galley, boxOf, dragged };
}

/** The graphemes of a text that are no white space. */
function graphemes(text: string): { start: number; end: number }[] {
  const found = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = graphemeEnd(text, start + 1);
    if (/\S/.test(text.slice(start, end))) found.push({ start, end });
  }
  return found;
}

const middle = ({ top, height }: DOMRect) => top + height / 2;

/** Drags over some words from the side on which they begin to the one on which they end. */
function dragOver(page: ReturnType<typeof paint>, words: string, begins: 'left' | 'right'): string | null {
  const start = page.text.indexOf(words);
  const first = page.boxOf(start, graphemeEnd(page.text, start + 1));
  const last = page.boxOf(start + words.length - 1, start + words.length);
  const [from, to] = begins === 'left' ? [first.left + 1, last.right - 1] : [first.right - 1, last.left + 1];
  return page.dragged({ x: from, y: middle(first) }, { x: to, y: middle(last) });
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('what the pointer means', () => {
  const pages = { arabic, hebrew, latin };
  for (const [name, text] of Object.entries(pages)) {
    for (const piece of [1, 3, 7, text.length]) {
      it(`is the grapheme under it, in ${name} text cut every ${piece} units`, () => {
        const page = paint(text, { piece });
        for (const { start, end } of graphemes(text)) {
          const box = page.boxOf(start, end);
          // A mark that another element holds takes no room of its own.
          if (box.width < 2) continue;
          const y = middle(box);
          const across = page.dragged({ x: box.left + 0.4, y }, { x: box.right - 0.4, y });
          expect(across, `${start}: ${text.slice(start, end)}`).toContain(text.slice(start, end));
          if (piece > 3) expect(across).toBe(text.slice(start, end));
        }
      });
    }
  }

  const inner: [string, string, 'left' | 'right'][] = [
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
  for (const [text, words, begins] of inner) {
    it(`takes exactly “${words}” by a drag from its ${begins} to its other side`, () => {
      for (const piece of [2, text.length])
        expect(dragOver(paint(text, { piece }), words, begins)).toBe(words);
    });
  }

  it('takes a number together with the words before and after it', () => {
    const page = paint(arabic);
    const [start, end] = [arabic.indexOf('راكب'), arabic.indexOf('2019') + 4];
    const [first, last] = [page.boxOf(start, start + 1), page.boxOf(end - 1, end)];
    const held = page.dragged(
      { x: first.right - 1, y: middle(first) },
      { x: last.right - 1, y: middle(last) },
    );
    expect(held).toBe(arabic.slice(start, end));
  });

  it('is the end of the line for a pointer beyond it, whatever runs there', () => {
    const page = paint('اشترتها شركة Reuters\n\nThe paper is called הארץ');
    const text = page.text;
    const [rtl, ltr] = [page.boxOf(0, 3), page.boxOf(text.indexOf('The'), text.indexOf('The') + 3)];
    expect(page.galley.offsetAt(5, middle(rtl))).toBe(text.indexOf('\n'));
    expect(page.galley.offsetAt(1200, middle(rtl))).toBe(0);
    expect(page.galley.offsetAt(1200, middle(ltr))).toBe(text.length);
    expect(page.galley.offsetAt(5, middle(ltr))).toBe(text.indexOf('The'));
  });

  it('stays on its line where the text is broken into lines', () => {
    for (const text of [arabic, hebrew, latin]) {
      const page = paint(text, { width: 240 });
      const lines = new Map<number, number[]>();
      for (const { start, end } of graphemes(text)) {
        const box = page.boxOf(start, end);
        lines.set(box.top, [...(lines.get(box.top) ?? []), start, end]);
      }
      expect(lines.size).toBeGreaterThan(2);
      for (const [top, offsets] of lines) {
        const ends = [page.galley.offsetAt(5, top + 10), page.galley.offsetAt(1_200, top + 10)];
        expect(ends.toSorted((a, b) => Number(a) - Number(b))).toEqual([
          Math.min(...offsets),
          Math.max(...offsets),
        ]);
      }
      document.body.replaceChildren();
    }
  });

  it('is found in a paragraph that goes on for pages', () => {
    const long = Array(60).fill(`${arabic} ${hebrew}`).join(' ');
    const page = paint(`${long}\n\n${latin}`, { width: 500 });
    for (const { start, end } of graphemes(long).filter((_, index) => index % 61 === 0)) {
      const box = page.boxOf(start, end);
      const [from, to] = [box.left + 0.4, box.right - 0.4].map((x) => ({ x, y: middle(box) }));
      if (from && to) expect(page.dragged(from, to)).toBe(long.slice(start, end));
    }
  });

  it('is on the screen, whatever blocks lie there that were never painted', async () => {
    const paragraphs = Array.from({ length: 240 }, (_none, at) => `${at} ${'in the harbour '.repeat(40)}`);
    const page = paint(paragraphs.join('\n\n'), { width: 500, section: 10, height: 400 });
    const { top } = page.root.getBoundingClientRect();
    for (const scrolled of [1, 0.8, 0.6, 0.4, 0.2]) {
      page.root.scrollTop = scrolled * page.root.scrollHeight;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (const y of [10, 100, 200, 300, 390]) {
        const painted = document.elementFromPoint(400, top + y)?.closest('p');
        if (!painted) continue;
        const start = Number(painted.dataset.start);
        const offset = page.galley.offsetAt(400, top + y);
        expect(offset).toBeGreaterThanOrEqual(start);
        expect(offset).toBeLessThanOrEqual(start + (painted.textContent ?? '').length);
      }
    }
  });

  it('has its lines where an offset between two blocks ends it, or begins it', () => {
    const page = paint('The ferry stops.\n\nIt was old.');
    const between = page.text.indexOf('\n') + 1;
    expect(page.galley.endLines({ start: between, end: between + 4 })).not.toBeNull();
    expect(page.galley.range({ start: 4, end: between })?.toString()).toContain('ferry stops.');
  });

  it('is read as it is shown where the text turns its own direction round', () => {
    const page = paint('It was \u202egpj.exe\u202c they said');
    expect(dragOver(page, 'gpj', 'right')).toBe('gpj');
  });

  it('is a place between graphemes for every point of the window, also of text that mixes all scripts', () => {
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
          const page = paint(text, { width: 300 });
          const offset = page.galley.offsetAt(x, y);
          document.body.replaceChildren();
          expect(offset).toBe(graphemeStart(page.text, offset ?? -1));
        },
      ),
      { numRuns: 100 },
    );
  });
});
