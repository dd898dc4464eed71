import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, coversText, type Mark } from '#shared/domain/base/draft.ts';
import { applyCorrections } from '#shared/drafts/apply-corrections.ts';
import { findUniqueSpan } from '#shared/sample/sample-article.ts';
import { createDraftText } from '#tests/bench/drafts/draft-text.ts';

function createBody(text: string, marks: Mark[] = []) {
  const blocks = createDraftText(text).blocks.map(
    (span, index): Block => ({
      id: `b${index}`,
      kind: 'paragraph',
      level: null,
      page: null,
      startsAtMs: null,
      ...span,
    }),
  );
  return { text, blocks, marks };
}

const text = 'The quay cost 12 million.\n\nIt opened in May.';

function apply(corrections: { words: string; text: string }[], marks: Mark[] = []) {
  return applyCorrections(
    createBody(text, marks),
    corrections.map(({ words, text: replacement }) => ({
      span: findUniqueSpan(text, words),
      text: replacement,
    })),
  );
}

describe('applying corrections', () => {
  test('two corrections of the same words are refused, and named', () => {
    const twice = [
      { words: 'May', text: 'June' },
      { words: '12 million', text: 'nothing' },
      { words: 'cost 12', text: 'took 9' },
    ];
    expect(apply(twice)).toEqual({ ok: false, problem: { kind: 'overlap', first: 1, second: 2 } });
  });

  test('corrections that empty or divide a paragraph, or lie outside the text, are refused', () => {
    expect(apply([{ words: 'It opened in May.', text: '' }])).toEqual({
      ok: false,
      problem: { kind: 'emptied', index: 0 },
    });
    expect(apply([{ words: 'May', text: 'May.\n\nNo' }])).toEqual({
      ok: false,
      problem: { kind: 'blankLine', index: 0 },
    });
    expect(applyCorrections(createBody(text), [{ span: { start: 3, end: 99 }, text: '' }])).toEqual({
      ok: false,
      problem: { kind: 'outside', index: 0 },
    });
  });

  test('a correction over a blank line joins the paragraphs', () => {
    const result = apply([{ words: 'million.\n\nIt', text: 'million and' }]);
    expect(result).toMatchObject({
      ok: true,
      body: {
        text: 'The quay cost 12 million and opened in May.',
        blocks: [{ id: 'b0', start: 0, end: 43 }],
      },
    });
  });

  test('marks move with their text, and marks of removed text are removed', () => {
    const bold = (words: string): Mark => ({
      kind: 'bold',
      href: null,
      target: null,
      ...findUniqueSpan(text, words),
    });
    const result = apply([{ words: '12 million', text: '9 thousand' }], [bold('million'), bold('May')]);
    expect(result).toMatchObject({ ok: true, body: { marks: [{ kind: 'bold', start: 40, end: 43 }] } });
  });
});

/** Paragraphs with corrections for some of their words, never for all of them. */
const cases = fc
  .array(
    fc.array(fc.tuple(fc.stringMatching(/^[a-z“é]{1,6}$/), fc.option(fc.stringMatching(/^[a-z ]{0,8}$/))), {
      minLength: 1,
      maxLength: 6,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((paragraphs) => {
    let before = '';
    const corrections: { span: { start: number; end: number }; text: string }[] = [];
    let after = '';
    for (const [index, words] of paragraphs.entries()) {
      const between = index === 0 ? '' : '\n\n';
      before += `${between}Also`;
      after += `${between}Also`;
      for (const [word, replacement] of words) {
        before += ' ';
        after += ' ';
        if (replacement !== null)
          corrections.push({
            span: { start: before.length, end: before.length + word.length },
            text: replacement,
          });
        before += word;
        after += replacement ?? word;
      }
    }
    return { before, after, corrections };
  });

describe('laws of corrections', () => {
  test('the new text has the replacements, whatever their order', () => {
    fc.assert(
      fc.property(cases, ({ before, after, corrections }) => {
        const result = applyCorrections(createBody(before), corrections.toReversed());
        if (!result.ok) throw new Error(result.problem.kind);
        expect(result.body.text).toBe(after);
        expect(coversText(result.body)).toBe(true);
      }),
    );
  });

  test('each word that stayed is where it is mapped to, and each correction is where its words were', () => {
    fc.assert(
      fc.property(cases, ({ before, corrections }) => {
        const result = applyCorrections(createBody(before), corrections);
        if (!result.ok) throw new Error(result.problem.kind);
        const { body, offsets } = result;
        const wordAt = (span: { start: number; end: number } | null) =>
          span && body.text.slice(span.start, span.end);
        for (const { 0: word, index } of before.matchAll(/[a-zA-Z“é]+/g)) {
          const span = { start: index, end: index + word.length };
          const correction = corrections.find((each) => each.span.start === index);
          expect(wordAt(offsets.mapSpan(span))).toBe(correction ? correction.text || null : word);
        }
      }),
    );
  });
});
