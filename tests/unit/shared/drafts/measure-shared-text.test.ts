import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tokenize } from '../../../../shared/alignment/tokens/tokenize';
import { mayBeAnotherArticle, measureSharedText } from '../../../../shared/drafts/measure-shared-text';

const measure = (before: string, after: string) => measureSharedText(tokenize(before), tokenize(after));
const looksLikeAnother = (before: string, after: string) => mayBeAnotherArticle(measure(before, after));

const folder =
  process.env.STET_CORPORA || fileURLToPath(new URL('../../../../../shared/corpora', import.meta.url));
const file = `${folder}/revisions.jsonl`;
const revisionSchema = z.object({ id: z.string(), before: z.string(), after: z.string() });

const words = fc.array(
  fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => letter.repeat(3))),
  { minLength: 25, maxLength: 80 },
);

describe('the share of text that two drafts have in common', () => {
  test('it is between 0 and 1, the same from both sides, and 1 for a text with itself', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const part = measure(one.join(' '), other.join(' '));
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
        expect(measure(other.join(' '), one.join(' '))).toBe(part);
        expect(measure(one.join(' '), one.join(' '))).toBe(1);
      }),
    );
  });

  test('it is 1 where a draft was only cut or extended, at either end', () => {
    fc.assert(
      fc.property(words, words, words, (left, middle, right) => {
        const whole = [...left, ...middle, ...right].join(' ');
        expect(measure(whole, middle.join(' '))).toBe(1);
        expect(measure(middle.join(' '), whole)).toBe(1);
      }),
    );
  });

  test('texts of a few words are not measured', () => {
    expect(looksLikeAnother('The port employs 40 people.', 'Nobody was asked about the ferry.')).toBe(false);
  });

  test('it is nearly 0 for two articles without spaces between their words', () => {
    const mill =
      '製粉所は一九七四年に閉鎖された。従業員は千二百人だったと町の記録は述べている。建物は今も残っている。';
    const ferry = '連絡船は五月に運航を終える予定だ。昨年の利用者は百万人を超え、住民は存続を求めている。';
    expect(looksLikeAnother(mill, ferry)).toBe(true);
    expect(looksLikeAnother(mill, mill.replace('千二百人', '千三百人'))).toBe(false);
  });
});

describe.skipIf(!existsSync(file))(`on real revisions (${file})`, () => {
  const revisions = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => revisionSchema.parse(JSON.parse(line)))
    : [];

  test('no revision of an article looks like another article', () => {
    expect(revisions.length).toBeGreaterThan(100);
    expect(
      revisions.filter(({ before, after }) => looksLikeAnother(before, after)).map(({ id }) => id),
    ).toEqual([]);
    expect(Math.min(...revisions.map(({ before, after }) => measure(before, after)))).toBeGreaterThan(0.7);
  });

  // Each article is paired with the twenty after it. Names start with the date, so articles of a series are near each other.
  test('nearly every pair of different articles looks like two articles', () => {
    const tokens = revisions.map(({ before }) => tokenize(before));
    const parts = tokens.flatMap((one, index) =>
      tokens.slice(index + 1, index + 21).map((other) => measureSharedText(one, other)),
    );
    const unnoticed = parts.filter((part) => !mayBeAnotherArticle(part));
    // The rest are texts that were published twice, and series that repeat whole paragraphs.
    expect(unnoticed.length / parts.length).toBeLessThan(0.005);
  });
});
