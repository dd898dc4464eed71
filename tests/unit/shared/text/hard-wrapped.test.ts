import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWrapColumn, isHardWrapped } from '#shared/text/hard-wrapped.ts';

/** Wraps words at a column, as editors do. */
function wrap(words: readonly string[], column: number): string {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > column) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

const lowerCaseWords = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 60, maxLength: 300 });

describe('the column at which a text is wrapped', () => {
  test('is found in any prose that an editor wrapped, up to the length of its longest line', () => {
    fc.assert(
      fc.property(lowerCaseWords, fc.integer({ min: 30, max: 120 }), (words, column) => {
        const text = wrap(words, column);
        const longest = Math.max(
          ...text
            .split('\n')
            .slice(0, -1)
            .map((line) => line.length),
        );
        expect(findWrapColumn(text)).toBe(longest);
        expect(isHardWrapped(text, longest)).toBe(true);
      }),
    );
  });

  test.each([
    ['paragraphs on a line each', ['a'.repeat(420), 'b '.repeat(190), 'c'.repeat(500)].join('\n')],
    ['two captions', 'The ferry at the quay in May 1986\nThe quay without a ferry in 2019'],
    [
      'captions of one length',
      'The ferry at the quay, May 1986\nThe quay without ferry, in 2019\nThe owner of the ferry, in 2020\nThe captain of it, on Sunday 23',
    ],
    [
      'a poem',
      'The ferry leaves at nine\nand nobody can say\nwhether the captain knows\nthat this is its last day\nor if he only smiles\nas captains often do\nwhen ropes are thrown to him\nand all the gulls fly too',
    ],
    [
      'a list of names',
      'Ada Fields, captain\nBo Keld, engineer\nCy Brinnekamp, owner of the ferry\nDi Oyelaran, cook',
    ],
    [
      'Chinese paragraphs',
      '渡轮在五月被卖掉了，码头上没有人知道。这是第一段的全部文字内容了。\n渡轮的船长说，他从来没有被问过，也不想再说什么话，因为这件事已经过去\n码头上的人们都很难过。他们在那里等了整整一天，最后终于都回家去了',
    ],
    ['a single line', 'The ferry was sold.'],
    [
      'blank lines between all lines',
      'The ferry was sold yesterday\n\nand nobody knew about it yet\n\nuntil it was gone for good',
    ],
  ])('is not found in %s', (_, text) => {
    expect(findWrapColumn(text)).toBeNull();
  });

  test('is found beside a line that could not be wrapped', () => {
    const words = 'the ferry was sold and nobody on the quay had known of it before it left for good'.split(
      ' ',
    );
    const body = wrap(Array.from({ length: 30 }, () => words).flat(), 60);
    const address = `https://paper.example/${'x'.repeat(100)}`;
    expect(findWrapColumn(`${body}\n${address}`)).toBe(60);
  });
});

test('the lines of an address keep their breaks in a text that is wrapped elsewhere', () => {
  expect(isHardWrapped('Ada Fields\nHarbour Road 1\nLondon', 72)).toBe(false);
  expect(isHardWrapped('One line.', 72)).toBe(false);
  expect(
    isHardWrapped('Two lines that fill the column of the text, or nearly so, as this one\ndoes.', 72),
  ).toBe(true);
  expect(
    isHardWrapped('Two lines that fill the column of the text, or nearly so, as this one\ndoes.', null),
  ).toBe(false);
});
