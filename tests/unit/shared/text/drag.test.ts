import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DragUnit, dragBetween, unitAt } from '../../../../shared/text/drag';
import { draftOf } from '../drafts-of-text';

const draft = draftOf(
  'The tram\n\nIt cost €412 million, the council said.\n\nDer Rat schwieg. 市場は閉まった。',
);
const { text, blocks } = draft;
const anyUnit = fc.constantFrom<DragUnit>('character', 'word', 'block');
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('selecting by dragging', () => {
  it('holds the unit pressed and the unit reached whole, whichever comes first', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), anyUnit, (from, to, unit) => {
        const pressed = unitAt(draft, from, unit);
        const reached = unitAt(draft, to, unit);
        const { anchor, focus } = dragBetween(pressed, reached);
        expect(Math.min(anchor, focus)).toBe(Math.min(pressed.start, reached.start));
        expect(Math.max(anchor, focus)).toBe(Math.max(pressed.end, reached.end));
        expect([pressed.start, pressed.end]).toContain(anchor);
      }),
    );
  });

  it('never takes more than the block for a word, and holds the place', () => {
    fc.assert(
      fc.property(fc.nat(text.length), anyUnit, (at, unit) => {
        const held = unitAt(draft, at, unit);
        expect(held.start <= at && at <= held.end).toBe(true);
        const block = blocks.find(({ end }) => end >= at);
        if (block && held.start < held.end)
          expect(held.start >= block.start && held.end <= block.end).toBe(true);
      }),
    );
  });

  it('takes a word by two clicks and a paragraph by three', () => {
    expect(words(unitAt(draft, text.indexOf('ouncil'), 'word'))).toBe('council');
    expect(words(unitAt(draft, text.indexOf('ouncil'), 'block'))).toBe(
      'It cost €412 million, the council said.',
    );
  });
});
