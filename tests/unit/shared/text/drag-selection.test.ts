import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDragSelection, type DragUnit, findDragUnit } from '../../../../shared/text/drag-selection';
import { importDraft } from '../drafts-of-text';

const draft = importDraft(
  'The tram\n\nIt cost €412 million, the council said.\n\nDer Rat schwieg. 市場は閉まった。',
);
const { text, blocks } = draft;
const anyUnit = fc.constantFrom<DragUnit>('character', 'word', 'block');
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

  it('two clicks select a word and three a paragraph', () => {
    expect(getText(findDragUnit(draft, text.indexOf('ouncil'), 'word'))).toBe('council');
    expect(getText(findDragUnit(draft, text.indexOf('ouncil'), 'block'))).toBe(
      'It cost €412 million, the council said.',
    );
  });
});
