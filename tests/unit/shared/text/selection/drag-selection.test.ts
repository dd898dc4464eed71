import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from '#shared/text/segmenter/words.ts';
import { createDragSelection, type DragUnit, findDragUnit } from '#shared/text/selection/drag-selection.ts';
import { importDraft } from '#tests/unit/shared/drafts-of-text.ts';

const draft = importDraft(
  'The tram\n\nIt cost €412 million, the council said.\n\nDer Rat schwieg. 市場は閉まった。',
);
const { text, blocks } = draft;
const anyUnit = fc.constantFrom<DragUnit>('character', 'touchedWord', 'word', 'block');
const getText = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('selecting by dragging', () => {
  it('a drag selects the pressed unit and the reached unit whole, whichever comes first', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), anyUnit, (from, to, unit) => {
        const pressed = findDragUnit(draft, from, unit);
        const reached = findDragUnit(draft, to, unit);
        const { anchor, focus } = createDragSelection(pressed, reached);
        expect(Math.min(anchor, focus)).toBe(Math.min(pressed.start, reached.start));
        expect(Math.max(anchor, focus)).toBe(Math.max(pressed.end, reached.end));
        expect([pressed.start, pressed.end]).toContain(anchor);
      }),
    );
  });

  it('a unit contains the offset and does not extend beyond its block', () => {
    fc.assert(
      fc.property(fc.nat(text.length), anyUnit, (at, unit) => {
        const unitSpan = findDragUnit(draft, at, unit);
        expect(unitSpan.start <= at && at <= unitSpan.end).toBe(true);
        const block = blocks.find(({ end }) => end >= at);
        if (block && unitSpan.start < unitSpan.end)
          expect(unitSpan.start >= block.start && unitSpan.end <= block.end).toBe(true);
      }),
    );
  });

  it('a drag takes each word of which it has a character, and nothing else', () => {
    const anyText = fc.constantFrom(
      'U.S. concerns that Beijing warned Xi, 1,200 times.',
      'القطار كلف 412 مليون، وقال المجلس.',
      'הרכבת עלתה 412 מיליון.',
      '市場は閉まった。二番目の文です。',
      'รถรางราคาแพงมาก',
      'Cafe\u0301 👩‍👩‍👧‍👦 well-known can’t',
    );
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (words, a, b) => {
        const one = { text: words, blocks: importDraft(words).blocks };
        const [from, to] = [a % (words.length + 1), b % (words.length + 1)];
        const { anchor, focus } = createDragSelection(
          findDragUnit(one, from, 'touchedWord'),
          findDragUnit(one, to, 'touchedWord'),
        );
        const [start, end] = [Math.min(from, to), Math.max(from, to)];
        // A drag over no character touches no word: the article view then asks for characters.
        fc.pre(start < end);
        const touched = findWords(words, { start: 0, end: words.length }).filter(
          (word) => word.start < end && word.end > start,
        );
        expect(Math.min(anchor, focus)).toBe(Math.min(start, ...touched.map((word) => word.start)));
        expect(Math.max(anchor, focus)).toBe(Math.max(end, ...touched.map((word) => word.end)));
      }),
    );
  });

  it('two clicks select a word and three a paragraph', () => {
    expect(getText(findDragUnit(draft, text.indexOf('ouncil'), 'word'))).toBe('council');
    expect(getText(findDragUnit(draft, text.indexOf('ouncil'), 'block'))).toBe(
      'It cost €412 million, the council said.',
    );
  });
});
