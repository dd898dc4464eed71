import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { readMarkdown } from '#shared/import/text/markdown.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { fixture } from '#tests/unit/shared/fixtures.ts';

const read = (name: string) => new TextDecoder().decode(fixture(name));
const formatBlocks = (text: string) => readMarkdown(text).map(({ kind, text: words }) => `${kind}: ${words}`);

/** The text of each mark, with the address of a link. */
function formatMarks(text: string): string[] {
  const body = joinBlocks(readMarkdown(text));
  return body.marks.map(
    ({ kind, start, end, href }) =>
      `${kind}: ${body.text.slice(start, end)}${href === null ? '' : ` -> ${href}`}`,
  );
}

describe('Markdown', () => {
  test('Markdown is read as blocks', () => {
    expect(formatBlocks(read('article.md'))).toEqual([
      'heading: Ferry to stop in May',
      'paragraph: By Ada Brinnekamp — see the notice or\nwrite to desk@paper.example.',
      'quote: “It was never about the money,” she said.',
      'quote: Nobody believed her.',
      'caption: The ferry at noon.',
      'heading: In figures',
      'listItem: 1986. A year to remember.',
      'listItem: 1.2 million passengers,\nin 2019',
      'listItem: 4.20 euros',
      'paragraph: since 2020',
      'tableRow: Year\tPassengers',
      'tableRow: 2018\t1.1 million',
      'tableRow: | 2019 | 1.2 million | *record* |',
      'paragraph: raw  text',
      'paragraph:   kept',
      'paragraph: See the log, and [the other].',
      'paragraph: [Correction]: withdrawn',
    ]);
    expect(readMarkdown(read('article.md')).flatMap(({ level }) => level ?? [])).toEqual([1, 2]);
  });

  test('formatting and links are read as marks', () => {
    expect(formatMarks(read('article.md'))).toEqual([
      'italic: May',
      'bold: Ada Brinnekamp',
      'link: the notice -> https://ferry.example/notice',
      'link: desk@paper.example -> mailto:desk@paper.example',
      'italic: never',
      'bold: 1.1',
      'link: the log -> https://ferry.example/log',
    ]);
  });

  test('hostile HTML is text, and hostile addresses are data', () => {
    const text = joinBlocks(readMarkdown(read('hostile.md'))).text;
    for (const words of [
      '<script>alert(1)</script>Ferry',
      '<img src=x onerror="alert(1)"> stays',
      '</p></div></body></html> & & <b>',
    ])
      expect(text).toContain(words);
    for (const words of ['\u0007', '\u001b[31m', '\u007f', '\u0085', '\u202e']) expect(text).toContain(words);
    expect(text).toContain('A link, another, a file, one.');
    expect(formatMarks(read('hostile.md'))).toContain('link: link -> javascript:alert(1)');
  });

  test.each([
    ['raised figures', '10^9^ and 10<sup>-6</sup>', ['paragraph: 10⁹ and 10⁻⁶']],
    ['other superscripts', 'a^b^ 2<sup>nd</sup> ^1^ 3\\^9\\^', ['paragraph: a^b^ 2<sup>nd</sup> ^1^ 3^9^']],
    ['entities', 'a &amp; b &copy; &#8212;', ['paragraph: a & b © —']],
    ['escapes', '\\*not\\* \\# this', ['paragraph: *not* # this']],
    ['a hard break', 'one  \ntwo\\\nthree', ['paragraph: one\ntwo\nthree']],
    ['a line break as an entity', 'a&#10;&#10;b', ['paragraph: a  b']],
    ['numbers of a list', '3) third\n4) fourth', ['listItem: 3) third', 'listItem: 4) fourth']],
    ['a number alone', 'a\n\n2019.\n\nb', ['heading: a', 'listItem: 2019. ', 'paragraph: b']],
    ['a list in a list', '1. a\n   - b', ['listItem: 1. a', 'listItem: b']],
    ['a quote in a list', '- > a\n\n  b', ['quote: a', 'paragraph: b']],
    ['a picture among words', 'See ![the map](m.png) here.', ['paragraph: See the map here.']],
    ['a picture that links', '[![the map](m.png)](https://a.example)', ['caption: the map']],
    ['a picture without words', 'a\n![](m.png)\nb', ['paragraph: a\nb']],
    ['a picture with a title alone', '![](m.png "the map")', ['caption: the map']],
    ['no-break spaces', '\u00a0a\u00a0b\u00a0', ['paragraph: \u00a0a\u00a0b\u00a0']],
    ['what looks like HTML', '<!-- a note and <b>', ['paragraph: <!-- a note and <b>']],
    ['words after a fence', '``` some words\ncode\n```', ['heading: some words', 'paragraph: code']],
    ['a definition in a quote', '> [Update]: wrong', ['paragraph: > [Update]: wrong']],
    ['a definition over two lines', '[Update]:\nwrong', ['paragraph: [Update]:\nwrong']],
    ['a definition twice', '[a]\n\n[a]: x\n\n[a]: y', ['heading: a', 'paragraph: [a]: y']],
    ['an address as it stands', '<https://ä.example/%C3%A4>', ['paragraph: https://ä.example/%C3%A4']],
    ['straight quotes', '"a" -- \'b\' ...', ['paragraph: "a" -- \'b\' ...']],
  ])('reading Markdown keeps %s', (_, text, expected) => {
    expect(formatBlocks(text)).toEqual(expected);
  });

  test('a first line that reads like a headline becomes one if there is none', () => {
    expect(formatBlocks('Ferry to stop\n\nIt stops.')).toEqual([
      'heading: Ferry to stop',
      'paragraph: It stops.',
    ]);
    expect(formatBlocks('Intro\n\n# Ferry')).toEqual(['paragraph: Intro', 'heading: Ferry']);
  });

  test('Markdown nested too deeply for the parser is read as plain text', () => {
    for (const text of [`${'> '.repeat(300)}deep`, `${'- '.repeat(300)}deep`])
      expect(formatBlocks(text)).toEqual([`paragraph: ${text}`]);
    expect(formatBlocks(`${'*'.repeat(500)}deep${'*'.repeat(500)}`).join()).toContain('deep');
  });

  test('a text without Markdown keeps all its letters and digits', () => {
    // The punctuation of Markdown is removed from the text first, because its meaning is tested above.
    const bare = hostileText.map((text) =>
      text.replaceAll('\0', '').replace(/[\\`*_[\]()<>#&|+\-~=:!\d\t]|\p{Surrogate}/gu, ''),
    );
    const letters = (text: string) => text.match(/[\p{L}\p{M}\p{N}]/gu)?.join('') ?? '';
    fc.assert(
      fc.property(bare, (text) => {
        expect(letters(joinBlocks(readMarkdown(text)).text)).toBe(letters(text));
      }),
      { numRuns: 400 },
    );
  });
});
