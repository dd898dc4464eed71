import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSnippet } from '#shared/text/snippet.ts';

describe('a snippet', () => {
  test('has whole words around the first match, and marks those in it', () => {
    const text = `${'before '.repeat(30)}match and match${' after'.repeat(60)} match`;
    const start = text.indexOf('match');
    const second = text.indexOf('match', start + 1);
    const spans = [start, second, text.lastIndexOf('match')].map((at) => ({ start: at, end: at + 5 }));
    const { text: cut, marks } = cutSnippet(text, spans);
    expect(cut).toMatch(/^…(before )+match and match( after)+…$/);
    expect(marks).toHaveLength(2);
  });

  test('law: each mark has the words of its span, and no character is cut', () => {
    const word = fc.constantFrom('a', 'harbour', '👩‍🔬', '𝒳'.repeat(30), 'الميناء', '\n\n', ' ', '–');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), word, fc.nat({ max: 80 }), (words, wanted, at) => {
        const before = words.slice(0, at).join(' ');
        const text = before + wanted + words.slice(at).join(' ');
        const span = { start: before.length, end: before.length + wanted.length };
        const snippet = cutSnippet(text, [span]);
        const marked = snippet.marks.map(({ start, end }) => snippet.text.slice(start, end));
        expect(marked).toEqual([wanted.replaceAll(/\s/g, ' ')]);
        expect(snippet.text).not.toMatch(/\p{Surrogate}/u);
        expect(snippet.text.length).toBeLessThan(320);
      }),
    );
  });
});
