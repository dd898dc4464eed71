import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findUniqueSpan } from '#shared/sample/sample-article.ts';
import { createDraftText } from '#tests/bench/drafts/draft-text.ts';
import { choose } from '#tests/unit/effort.ts';
import { spanWithin } from '#tests/unit/shared/arbitraries.ts';
import { textPairs } from '#tests/unit/shared/drafts/text-pairs.ts';
import { carrySpans } from './carry-spans.ts';

const opening = 'The harbour office in Norrvik has counted every ship since the year of the great storm.';
const costs = 'The new quay cost 12 million euros, the mayor said on Monday.';
const closing = 'Nobody in the small town at the fjord remembers who paid for the old one.';
const article = `${opening} ${costs} ${closing}`;

/** Carries a phrase that occurs once, and returns the result with its text. */
function carry(before: string, after: string, words: string) {
  const [result] = carrySpans(createDraftText(before), createDraftText(after), [
    findUniqueSpan(before, words),
  ]);
  if (!result) throw new Error('There is no result.');
  const text = 'span' in result ? after.slice(result.span.start, result.span.end) : null;
  return { ...result, text };
}

describe('a claim', () => {
  const quoted = 'She called it “a fine old quay of stone” on Monday.';
  const withQuote = article.replace(costs, quoted);
  const split = `${opening} Prices fell, and the new quay cost 12 million euros. ${closing}`;

  test.each([
    [
      'is unchanged when text was inserted before it',
      { before: article, after: `A new first paragraph.\n\n${article}`, words: costs },
      { status: 'unchanged', text: costs, contextChanges: [] },
    ],
    [
      'with a changed figure is reworded, with that change',
      { before: article, after: article.replace('12', '21'), words: '12 million euros' },
      {
        status: 'reworded',
        text: '21 million euros',
        material: true,
        changes: [{ before: '12', after: '21', reason: 'number' }],
      },
    ],
    [
      'with changed quotes is reworded in style only',
      { before: withQuote, after: withQuote.replace(/[“”]/g, '"'), words: quoted },
      { status: 'reworded', material: false },
    ],
    [
      'has the changes around it in its sentence as context changes',
      { before: article, after: article.replace('Monday', 'Friday'), words: '12 million euros' },
      { status: 'unchanged', contextChanges: [{ before: 'Monday', after: 'Friday', reason: 'date' }] },
    ],
    [
      'has words inserted directly before it among its context changes',
      { before: article, after: article.replace('cost 12', 'did not cost 12'), words: '12 million euros' },
      { status: 'unchanged', contextChanges: [{ reason: 'negation' }] },
    ],
    [
      'has no context changes when its sentence was split without a changed word',
      { before: split, after: split.replace(', and', '. And'), words: '12 million euros' },
      { status: 'unchanged', contextChanges: [] },
    ],
    [
      'is lost when its sentence was removed',
      { before: article, after: `${opening} ${closing}`, words: costs },
      { status: 'lost' },
    ],
  ])('a claim %s', (_, { before, after, words }, expected) => {
    expect(carry(before, after, words)).toMatchObject(expected);
  });

  test('a claim is moved when it is behind the text that followed it', () => {
    const parts = [opening, closing, closing.replaceAll('o', 'a'), opening.replaceAll('e', 'o')];
    const after = [...parts, costs].join('\n\n');
    expect(carry([costs, ...parts].join('\n\n'), after, costs)).toMatchObject({
      status: 'moved',
      text: costs,
    });
  });

  test('a claim is where the same six words are, even when their sentences were reworded', () => {
    const before = `${opening} Seven crews of the line left early on Monday. The mayor said that twelve engineers would come. ${closing} It rains, the mayor said.`;
    const after = `${opening} A dozen buses from elsewhere left early on Monday. The mayor said it rained upon every road. ${closing} It rains, the mayor said.`;
    expect(carry(before, after, 'The mayor said')).toMatchObject({
      status: 'unchanged',
      text: 'The mayor said',
    });
  });

  test('a claim is ambiguous when one of two equal sentences was removed', () => {
    const twice = `${opening} It rained all day. It rained all day. ${closing}`;
    const once = `${opening} It rained all day. ${closing}`;
    const start = twice.indexOf('It rained');
    const results = carrySpans(createDraftText(twice), createDraftText(once), [
      { start, end: start + 18 },
      { start: start + 19, end: start + 37 },
    ]);
    for (const { status } of results) expect(['ambiguous', 'lost']).toContain(status);
    expect(results).toContainEqual({
      status: 'ambiguous',
      candidates: [findUniqueSpan(once, 'It rained all day.')],
    });
  });

  test('a claim is ambiguous when one of two equal sentences moved and the other stayed', () => {
    const start = 'The council met in the old hall on a wet evening, and few came.';
    const repeated = 'The harbour office counted 340 ships in that week alone and wrote each of them down.';
    const end = 'Nobody else was asked about it, neither then nor later in the year.';
    const other = 'Its clerk had two assistants, who slept in the attic.';
    const before = `${start}\n\n${repeated}\n\n${repeated} It ended early.\n\n${end}`;
    const after = `${start}\n\n${repeated} ${other}\n\n${other}\n\n${repeated}\n\n${end}`;
    const first = before.indexOf(repeated);
    const second = before.indexOf(repeated, first + 1);
    const spans = [first, second].map((at) => ({ start: at, end: at + repeated.length }));
    for (const { status } of carrySpans(createDraftText(before), createDraftText(after), spans))
      expect(status).toBe('ambiguous');
  });

  test('a claim in a script without spaces is found by its letters', () => {
    const before = '市長は月曜日に新しい埠頭の費用が十二億円だったと述べた。港は古い。';
    expect(carry(before, `雨。${before.replace('十二', '二十')}`, '十二億円')).toMatchObject({
      status: 'reworded',
      text: '二十億円',
      material: true,
    });
    expect(carry(before, `雨。${before}`, '月曜日')).toMatchObject({ status: 'unchanged', text: '月曜日' });
  });
});

/** Two texts, and spans of the first. */
const cases = textPairs.chain(({ before, after }) =>
  fc
    .array(spanWithin(0, before.length), { minLength: 1, maxLength: 12 })
    .map((spans) => ({ before: createDraftText(before), after: createDraftText(after), spans })),
);

describe('laws of carrying spans', () => {
  test('a draft with the same text changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ before, spans }) => {
        expect(carrySpans(before, createDraftText(before.text), spans)).toEqual(
          spans.map((span) => ({ status: 'unchanged', span, contextChanges: [] })),
        );
      }),
    );
  });

  test('results are not empty and lie in the text, and unchanged or moved spans hold the same text', () => {
    fc.assert(
      fc.property(cases, ({ before, after, spans }) => {
        for (const [index, result] of carrySpans(before, after, spans).entries()) {
          const found = 'span' in result ? [result.span] : 'candidates' in result ? result.candidates : [];
          if (result.status === 'ambiguous') expect(found.length).toBeGreaterThan(0);
          for (const { start, end } of found) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(after.text.length);
          }
          if (result.status !== 'unchanged' && result.status !== 'moved') continue;
          const old = spans[index] ?? { start: 0, end: 0 };
          expect(after.text.slice(result.span.start, result.span.end)).toBe(
            before.text.slice(old.start, old.end),
          );
        }
      }),
      { numRuns: choose(250, 1_000) },
    );
  });

  test('an unchanged span returns to where it was when it is carried back', () => {
    fc.assert(
      fc.property(cases, ({ before, after, spans }) => {
        const there = carrySpans(before, after, spans).flatMap((result, index) =>
          result.status === 'unchanged' ? [{ span: result.span, from: spans[index] }] : [],
        );
        const back = carrySpans(
          after,
          before,
          there.map(({ span }) => span),
        );
        for (const [index, result] of back.entries())
          expect(result).toMatchObject({ status: 'unchanged', span: there[index]?.from });
      }),
      { numRuns: choose(250, 1_000) },
    );
  });
});
