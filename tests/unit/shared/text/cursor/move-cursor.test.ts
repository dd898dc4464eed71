import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getCursorSpan } from '../../../../../shared/text/cursor/cursor';
import { type CursorStep, moveCursorFromOffset } from '../../../../../shared/text/cursor/move-cursor';
import { findFirstSentenceIn } from '../../../../../shared/text/cursor/text-units';
import { importDraft } from '../../drafts-of-text';

const draft = importDraft(
  'The tram\n\nIt cost €412 million. Nobody knew. The council was silent.\n\nIt opened in May. Trade fell.',
  'en',
);
const { text } = draft;
const words = (span: { start: number; end: number } | undefined) => span && text.slice(span.start, span.end);
const moved = (at: string, step: CursorStep, extend = false) =>
  words(getCursorSpan(moveCursorFromOffset(draft, text.indexOf(at) + 1, step, extend)));

describe('the keyboard in the article', () => {
  it('begins at the sentence that was clicked, or at the word after or before the place', () => {
    expect(moved('body', 'nextSentence')).toBe('Nobody knew.');
    expect(moved('body', 'previousSentence')).toBe('Nobody knew.');
    expect(moved('body', 'nextWord')).toBe('Nobody');
    expect(moved('. The', 'previousWord')).toBe('knew');
  });

  it('extends from the very place that was clicked', () => {
    expect(moved(' knew', 'nextWord', true)).toBe('knew');
    expect(moved(' knew', 'nextSentence', true)).toBe('knew.');
    expect(moved(' knew', 'previousWord', true)).toBe('Nobody ');
  });

  it('begins at or around any place, and never far from it', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        const span = getCursorSpan(moveCursorFromOffset(draft, at, 'nextSentence', false));
        expect(span.end).toBeGreaterThan(at);
        const between = text.slice(at, span.start);
        expect(between.trim()).toBe('');
      }),
    );
  });

  it('begins at the first sentence that begins in view, or at the one that fills the view', () => {
    const from = text.indexOf('million');
    expect(words(findFirstSentenceIn(draft, { start: from, end: text.length }))).toBe('Nobody knew.');
    expect(words(findFirstSentenceIn(draft, { start: from, end: from + 4 }))).toBe('It cost €412 million.');
    expect(words(findFirstSentenceIn(draft, { start: 0, end: text.length }))).toBe('The tram');
  });
});
