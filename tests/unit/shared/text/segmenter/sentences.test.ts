import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSentences } from '../../../../../shared/text/segmenter/sentences';
import { findSentenceAround } from '../../../../../shared/text/segmenter/sentences-around';
import { hostileText, proseText, spanWithin } from '../../arbitraries';

function cut(text: string, language: string | null = 'en'): string[] {
  return findSentences(text, { start: 0, end: text.length }, language).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('sentences', () => {
  test.each([
    ['end at full stops', ['It opened.', 'It closed!', 'Why?']],
    ['end after a closing quote', ['“We were never asked.”', 'She left.']],
    ['do not end after a title', ['Dr. Solvane met Mr. Keld.', 'They spoke.']],
    ['do not end after an initial', ['J. K. Keld spoke.', 'Nobody heard.']],
    ['do not end in a number', ['It cost 3.1 million.', 'Then 4.']],
    ['go on after "Inc." with a small letter', ['Norrvik Inc. built it.', 'It leaks.']],
    ['keep the references to their notes', ['It opened in 1986.[2][13]', 'It closed.[4]', 'Why?']],
    ['do not end in "e.g."', ['Some stalls, e.g. Solvane’s, closed.']],
  ])('sentences %s', (_, sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  test('sentences go on where an editor wrapped their lines, and end where the author broke them', () => {
    const wrapped = [
      'The office opened its doors in March, and then Mr.',
      'Keld spoke about the harbour. After the very long',
      'speeches the council of the town of Norrvik went',
      'home. It rained on all of them.',
    ];
    expect(cut(wrapped.join('\n'))).toEqual([
      'The office opened its doors in March, and then Mr.\nKeld spoke about the harbour.',
      'After the very long\nspeeches the council of the town of Norrvik went\nhome.',
      'It rained on all of them.',
    ]);
    expect(cut('Photo: Ada Keld\nMap: the harbour office')).toEqual([
      'Photo: Ada Keld',
      'Map: the harbour office',
    ]);
  });

  test('sentences are cut by English rules where the platform does not know the language', () => {
    for (const tag of ['en-a', 'abcd', '', 'x'])
      expect(cut('One is here. Two is there.', tag)).toEqual(['One is here.', 'Two is there.']);
  });

  test('sentences of a text without spaces are found in time', () => {
    // Consecutive letters used to take quadratic time: this took minutes.
    expect(cut(`${'a'.repeat(200_000)}! B is next. C.`)).toHaveLength(3);
  });

  test.each([
    ['prose', proseText],
    ['hostile text', hostileText],
  ])('sentences are in order in their block and leave out only white space: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, hostileText, hostileText, (content, before, after) => {
        const text = before + content + after;
        const block = { start: before.length, end: before.length + content.length };
        let at = block.start;
        for (const { start, end } of findSentences(text, block, 'en')) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(at).toBeLessThanOrEqual(block.end);
        expect(text.slice(at, block.end).trim()).toBe('');
      }),
      { numRuns: 400 },
    );
  });
});

describe('the sentence around a span', () => {
  const blocks = () => [
    { start: 0, end: 24 },
    { start: 26, end: 37 },
  ];
  const text = 'One is here. Two is too.\n\nThree sits.';
  const around = (start: number, end: number) => {
    const span = findSentenceAround(text, blocks(), { start, end }, 'en');
    return text.slice(span.start, span.end);
  };

  test('it is the sentence that contains the span', () => expect(around(14, 16)).toBe('Two is too.'));
  test('it is all sentences that the span touches', () =>
    expect(around(5, 14)).toBe('One is here. Two is too.'));
  test('it may extend over several blocks', () => expect(around(20, 28)).toBe('Two is too.\n\nThree sits.'));
  test('it is the span itself where there is no sentence', () => expect(around(24, 26)).toBe('\n\n'));

  test('it always contains the span', () => {
    fc.assert(
      fc.property(
        proseText.chain((prose) => fc.tuple(fc.constant(prose), spanWithin(0, prose.length))),
        ([prose, span]) => {
          const found = findSentenceAround(prose, [{ start: 0, end: prose.length }], span, 'en');
          expect(found.start).toBeLessThanOrEqual(span.start);
          expect(found.end).toBeGreaterThanOrEqual(span.end);
        },
      ),
    );
  });
});
