import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import {
  type CursorStep,
  createCursor,
  findFirstSentenceIn,
  getCursorSpan,
  moveCursorByCharacter,
  moveCursorFromOffset,
} from '#shared/text/selection/move-cursor.ts';
import { importDraft } from '#tests/unit/shared/drafts-of-text.ts';

const draft = importDraft(
  'The tram\n\nIt cost €412 million. Nobody knew. The council was silent.\n\nIt opened in May. Trade fell.',
  'en',
);
const { text } = draft;
const getText = (span: { start: number; end: number } | undefined) =>
  span && text.slice(span.start, span.end);
const move = (clicked: string, step: CursorStep, extend = false) =>
  getText(getCursorSpan(moveCursorFromOffset(draft, text.indexOf(clicked) + 1, step, extend)));

describe('the keyboard in the article', () => {
  it('the first move goes to the sentence that was clicked, or to the word after or before the offset', () => {
    expect(move('body', 'nextSentence')).toBe('Nobody knew.');
    expect(move('body', 'previousSentence')).toBe('Nobody knew.');
    expect(move('body', 'nextWord')).toBe('Nobody');
    expect(move('. The', 'previousWord')).toBe('knew');
  });

  it('extending starts at the very offset that was clicked', () => {
    expect(move(' knew', 'nextWord', true)).toBe('knew');
    expect(move(' knew', 'nextSentence', true)).toBe('knew.');
    expect(move(' knew', 'previousWord', true)).toBe('Nobody ');
  });

  it('the first move from any offset goes to the sentence there or directly behind it', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        const span = getCursorSpan(moveCursorFromOffset(draft, at, 'nextSentence', false));
        expect(span.end).toBeGreaterThan(at);
        const between = text.slice(at, span.start);
        expect(between.trim()).toBe('');
      }),
    );
  });

  it('a step by character changes one end of the selection by one character and spaces, and the step back undoes it', () => {
    const anyDirection = fc.constantFrom('forward' as const, 'backward' as const);
    fc.assert(
      fc.property(
        fc.nat(text.length - 2),
        fc.integer({ min: 1, max: 9 }),
        anyDirection,
        (at, length, direction) => {
          const span = cleanSelection(text, at, Math.min(text.length, at + length));
          fc.pre(span !== null);
          if (!span) return;
          const cursor = createCursor(span);
          const moved = moveCursorByCharacter(draft, cursor, direction);
          const after = cleanSelection(text, getCursorSpan(moved).start, getCursorSpan(moved).end);
          const isAtEnd = direction === 'forward' && text.slice(span.end).trim() === '';
          const isAtStart = direction === 'backward' && span.end <= 1;
          if (isAtEnd || isAtStart) return;
          const letters = (selected: typeof span | null) =>
            selected ? text.slice(selected.start, selected.end).replace(/\s/g, '').length : 0;
          // One letter has nothing left to give: the step goes on to the other side of it.
          if (letters(span) > 1) {
            expect(after?.start).toBe(span.start);
            expect(letters(after)).toBe(letters(span) + (direction === 'forward' ? 1 : -1));
            const back = getCursorSpan(
              moveCursorByCharacter(draft, moved, direction === 'forward' ? 'backward' : 'forward'),
            );
            expect(cleanSelection(text, back.start, back.end)).toEqual(span);
          }
        },
      ),
    );
  });

  it('the first visible sentence is the first that starts in view, or the one that fills the view', () => {
    const from = text.indexOf('million');
    expect(getText(findFirstSentenceIn(draft, { start: from, end: text.length }))).toBe('Nobody knew.');
    expect(getText(findFirstSentenceIn(draft, { start: from, end: from + 4 }))).toBe('It cost €412 million.');
    expect(getText(findFirstSentenceIn(draft, { start: 0, end: text.length }))).toBe('The tram');
  });
});
