import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText, proseText, spanWithin } from '#tests/unit/shared/arbitraries.ts';

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

  // Where our rules differ from UAX #29, and why.
  test.each([
    ['go on in lower case, which starts no sentence', 'en', ['“Really?” she asked.', 'He left.']],
    ['go on with their speaker', 'en', ['“Who pays?” Ms. Keld asked the council.', 'Nobody knew.']],
    ['of a quotation end one by one', 'en', ['“The roof leaks.', 'Nobody came,” she said.']],
    ['go on after words left out', 'en', ['The quay [...] Road is unsafe.', 'It leaks.']],
    [
      'go on after an acronym, but not before “The”',
      'en',
      ['The U.S. Senate met.', 'It left the U.S.', 'The end.'],
    ],
    [
      'end after a time of day, but not before its zone',
      'en',
      ['It is 5 p.m. EST now.', 'It ended at 5 p.m.', 'Keld left.'],
    ],
    ['end before a figure', 'en', ['It opened in May.', '12 people came in 1998.', '14 did not.']],
    ['go on after “No.” only before a figure', 'en', ['Bus No. 5 left.', '“No.”', 'Keld left.']],
    ['keep the numbers of a list', 'en', ['Do this: 1. Wash it.', '2. Dry it.']],
    ['do not end in an address', 'en', ['See https://example.org/a?b=1 now.', 'Or not.']],
    ['start with a small letter in some names', 'en', ['It sold well.', 'iPhone sales fell.']],
    ['go on after the name Yahoo!', 'en', ['She left Yahoo! Finance.', 'It grew.']],
    [
      'go on before a bracket only after an abbreviation',
      'en',
      ['She said no.', '(He did too.)', 'The Smith Co. (a mill) closed.'],
    ],
    ['go on before a comma', 'en', ['“Why?”, she asked.', 'He left.']],
    [
      'do not end after a letter that is part of a word',
      'en',
      ['Press Ctrl+D.', 'Type it in row 18F.', 'It isn’t.', 'Go.'],
    ],
    [
      'go on after German ordinals',
      'de',
      ['Am 3. Mai kam er zum 2. Mal.', 'Es kamen 300.', 'Danach ging er.'],
    ],
    ['go on after rulers', 'de', ['Es war Karl II. Norrvik, der kam.', 'Er ging.']],
    ['end at an ellipsis that ends a word', 'de', ['Dann gingen die Lichter aus…', 'Niemand kam.']],
    ['keep French quotation marks', 'fr', ['« Non ! » dit-il.', '« Il part. »', 'Elle reste.']],
    ['start with the dash of a dialogue', 'es', ['Nadie vino.', '—¡No! —gritó Keld.']],
    ['end at the Greek question mark', null, ['Ποιος θα πληρώσει;', 'Κανείς δεν ξέρει.']],
    ['give the next one its opening bracket', 'ja', ['市場を閉鎖した。', '「嘘だ。」と言った。']],
    ['start with an elided article', 'nl', ['Het staat in rapport.pdf.', '’s Avonds is het dicht.']],
    ['keep asterisks and raised figures', 'en', ['It opened.¹', 'It closed.*', 'Why?']],
  ] as const)('sentences %s', (_, language, sentences) => {
    expect(cut(sentences.join(language === 'ja' ? '' : ' '), language)).toEqual(sentences);
  });

  test('sentences follow the language of the text when another one is declared', () => {
    const text =
      'Der Rat hat am 3. Mai beschlossen, den Markt zu schließen. Es ist nicht das erste Mal, und es war nicht der 2. Versuch.';
    expect(cut(text, 'en-US')).toHaveLength(2);
    expect(
      cut('It was his Art. Der is a word. The art of the deal is that it was on the way.', 'en'),
    ).toHaveLength(3);
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

  // Each of these took minutes, or would take them, if a step looked at more than a bounded text around one place.
  const length = choose(200_000, 1_000_000);
  test.each([
    ['letters without spaces', 'a', 1],
    ['full stops', '.', 1],
    ['full stops with spaces', '. ', 1],
    ['initials', 'A. ', 1],
    ['exclamations', 'A! ', Math.floor(length / 3)],
    ['Japanese without letters around it', '字。「', Math.floor(length / 3) + 1],
    ['addresses', 'http://a?', 1],
    ['quotation marks', '."', 1],
  ])('the sentences of a long text are found in time: %s', (_, part, count) => {
    expect(cut(part.repeat(Math.floor(length / part.length)))).toHaveLength(count);
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
      { numRuns: choose(100, 400) },
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
