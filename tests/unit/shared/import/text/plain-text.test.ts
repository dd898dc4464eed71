import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '#shared/import/text/plain-text.ts';
import { hostileText, proseText } from '#tests/unit/shared/arbitraries.ts';

const formatBlocks = (text: string) =>
  readPlainText(text).map(({ kind, text: words }) => `${kind}: ${words}`);

describe('plain text', () => {
  test('without wrapped lines, every line is a paragraph that keeps its spaces', () => {
    expect(formatBlocks('Headline\n\n  One \n two\n \t\u00a0\n\n\nThree.')).toEqual([
      'heading: Headline',
      'paragraph:   One ',
      'paragraph:  two',
      'paragraph: Three.',
    ]);
    expect(formatBlocks('\nHeadline\nOne.\nTwo.\n')).toEqual([
      'heading: Headline',
      'paragraph: One.',
      'paragraph: Two.',
    ]);
  });

  test('two captions on two lines are two captions', () => {
    const captions = [
      'The ferry at the quay in May 1986. Photo: Ada Fields',
      'The quay without a ferry. Photo: Bo Keld',
    ];
    expect(readPlainText(`Ferry sold\n\n${captions.join('\n')}`).map(({ text }) => text)).toEqual([
      'Ferry sold',
      ...captions,
    ]);
  });

  const wrapped = [
    'The ferry was sold in May, and nobody at the quay had known it until',
    'the morning on which it left for good, with the captain and all of her',
    'crew at the rail.',
  ].join('\n');

  test.each([
    ['blank lines', `Ferry sold\n\n${wrapped}\n\n${wrapped}`],
    ['a line that left room for the next word', `Ferry sold\n\n${wrapped}\n${wrapped}`],
    ['an indent', `Ferry sold\n\n    ${wrapped}\n    ${wrapped}`],
    [
      'the marks of quoted mail',
      `> Ferry sold\n>\n> ${wrapped.replaceAll('\n', '\n> ')}\n>\n> ${wrapped.replaceAll('\n', '\n> ')}`,
    ],
  ])('wrapped paragraphs are parted by %s, and keep their line breaks', (_, text) => {
    expect(readPlainText(text).map((block) => block.text.trim())).toEqual(['Ferry sold', wrapped, wrapped]);
  });

  const texts = (text: string) => readPlainText(text).map((block) => block.text);

  /** The words of `wrapped`, wrapped at 60 columns with something before the first line, and before the others. */
  const wrap = (first = '', others = '') => {
    const lines = [first];
    for (const word of wrapped.split(/\s/)) {
      const line = lines.at(-1) ?? '';
      if (line.length + word.length > 60) lines.push(`${others}${word} `);
      else lines[lines.length - 1] = `${line}${word} `;
    }
    return lines.map((line) => line.trimEnd()).join('\n');
  };

  test('the items of a list with hanging indents are one paragraph each', () => {
    const list = [wrap('  * ', '    '), wrap('  * ', '    '), wrap('  * ', '    ')];
    const withoutBullet = list.map((item) => item.replace('  * ', ''));
    expect(texts([wrap(), list.join('\n'), wrap()].join('\n\n'))).toEqual([wrap(), ...withoutBullet, wrap()]);
    const numbered = ['1. ', '2. ', '3. '].map((number) => wrap(number, '   '));
    expect(texts([wrap(), numbered.join('\n'), wrap()].join('\n\n'))).toEqual([wrap(), ...numbered, wrap()]);
  });

  test('an indented paragraph in a wrapped text is one paragraph', () => {
    const paragraphs = [wrap(), wrap('    ', '    '), wrap(), wrap('    ', '    ')];
    expect(texts(paragraphs.join('\n\n'))).toEqual(paragraphs);
  });

  test('questions and answers are paragraphs, however the one before ends', () => {
    const turns = ['Q: ', 'A: ', 'Q: ', 'A: ', 'ADA FIELDS: '].map((label) =>
      wrap(label).replace(/\.$/, ' —'),
    );
    expect(texts(turns.join('\n'))).toEqual(turns);
  });

  test('quoted mail loses the marks of all levels that are before every line', () => {
    const lines = `Ferry sold\n\n${wrap()}\n\n${wrap()}`.split('\n');
    expect(texts(lines.map((line) => `> > ${line}`.trimEnd()).join('\n'))).toEqual([
      'Ferry sold',
      wrap(),
      wrap(),
    ]);
  });

  test('quoted paragraphs within a mail are parted by their empty lines, with a mark at their first line', () => {
    const quoted = [wrap('> ', '> '), wrap('> ', '> ')].join('\n>\n');
    const marked = `> ${wrap('> ', '> ').replace(/^> /gm, '')}`;
    expect(texts([wrap(), 'Ada wrote:', quoted].join('\n\n'))).toEqual([
      wrap(),
      'Ada wrote:',
      marked,
      marked,
    ]);
  });

  test('an address in a wrapped text stays one paragraph', () => {
    const address = 'Ada Fields\nHarbour Road 1\nLondon';
    const text = [wrapped, wrapped, wrapped, address, wrapped].join('\n\n');
    expect(readPlainText(text).map((block) => block.text)).toEqual([
      wrapped,
      wrapped,
      wrapped,
      address,
      wrapped,
    ]);
  });

  test.each([
    ['may end in a question mark', 'Who pays?', true],
    ['may end in an exclamation mark', 'Stop!', true],
    ['may end in a quote', 'It was “never about money”', true],
    ['is no sentence', 'The tram opens in March.', false],
    ['is no sentence in quotes', '“The tram opens in March.”', false],
    ['is no byline', 'By Ada Brinnekamp and Bo Keld', false],
    ['is not what is left of a byline', 'by , , and', false],
    ['may begin with "by"', 'By the sea, a town waits', true],
    ['has at most 160 characters', 'x'.repeat(161), false],
    ['has 160', 'x'.repeat(160), true],
  ])('a headline %s', (_, first, expected) => {
    expect(readPlainText(`${first}\n\nMore.`)[0]).toMatchObject(
      expected ? { kind: 'heading', level: 1 } : { kind: 'paragraph', level: null },
    );
  });

  test('a text that is quoted as a whole loses the marks that all its lines have, and keeps its blank lines', () => {
    const read = (text: string) => readPlainText(text).map((block) => block.text);
    expect(read('> The ferry sails.\n\n> It is late.\n')).toEqual(['The ferry sails.', 'It is late.']);
    expect(read('>> The ferry sails.\n> > > It is late.')).toEqual(['The ferry sails.', '> It is late.']);
  });

  test.each([
    ['marks of quoted mail', `${'>'.repeat(1_000_000)}a\n${'>'.repeat(1_000_000)}b`, 2],
    ['blank lines behind a quoted text', `> a\n> b${'\n'.repeat(1_000_000)}`, 2],
    ['lists of other bullets', '- a\n\n* b\n\n'.repeat(100_000), 200_000],
  ])('a text of many %s is read in time', (_, text, count) => {
    expect(readPlainText(text)).toHaveLength(count);
  });

  test('a headline has text after it', () => {
    expect(readPlainText('One\nTwo\n\nThree')[0]?.kind).toBe('heading');
    expect(readPlainText('Alone')[0]?.kind).toBe('paragraph');
  });

  test.each([
    ['prose', proseText],
    ['hostile text', hostileText],
  ])('every character of every paragraph is kept in %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = readPlainText(text).map((part) => part.text);
        // Only line ends and lines of white space between the paragraphs are left out.
        let at = 0;
        for (const words of found) {
          const start = text.indexOf(words, at);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).toMatch(/^(\s*\n)?$/);
          expect(start === 0 || text[start - 1] === '\n').toBe(true);
          at = start + words.length;
          expect(at === text.length || text[at] === '\n').toBe(true);
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
        for (const words of found) expect(words.split('\n').every((line) => line.trim() !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
