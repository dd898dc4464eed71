import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#shared/domain/base/draft.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText, proseText } from '#tests/unit/shared/arbitraries.ts';
import { applyActions, createEditContext, openSample, randomActions } from '#tests/unit/shared/reviews.ts';
import { createDraft, fillSample, openFixture } from '../hostile-review.ts';
import { hostileStrings, triedStrings } from '../hostile-strings.ts';
import { createNextDraft } from '../next-draft.ts';
import {
  expectSafe,
  flattenTokens,
  getVisibleText,
  listArticleTexts,
  normalizeSpace,
  parser,
  renderReport,
} from './read-markdown.ts';

/** Creates a span that splits no surrogate pair, like those of importers and selections. */
function createSpan(text: string, a: number, b: number) {
  const alignToPair = (at: number, step: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? at + step : at;
  const start = alignToPair(a % text.length, -1);
  return { start, end: alignToPair(Math.min(text.length, start + 1 + b), 1) };
}

/** Begins like an item of a numbered list. */
const numberedText = fc
  .tuple(
    fc.nat({ max: 12 }),
    fc.constantFrom('. ', ') ', '.'),
    fc.oneof(hostileText, fc.constantFrom(...hostileStrings)),
  )
  .map(([number, delimiter, text]) => `${number}${delimiter}${text}`);

describe('The Markdown report of hostile text', () => {
  test('No text of a claim without a place leaves its list item', () => {
    for (const words of triedStrings) {
      const next = createNextDraft(fillSample(words), { cut: [3, 4], waiting: [6] });
      for (const placement of [...next.review.placements.values()])
        if (placement.span === null)
          next.review.placements.set(placement.id, {
            ...placement,
            changes: placement.changes.map((change) => ({ ...change, before: words })),
          });
      const rendered = renderReport(next.review, next.draft);
      expectSafe(rendered);
      const lists = rendered.slice(
        rendered.indexOf('## Waiting for a place'),
        rendered.indexOf('## Not looked at'),
      );
      const own = parser
        .parse(lists, {})
        .filter(({ type, level }) => type === 'list_item_open' && level === 1);
      expect(own).toHaveLength(3);
    }
  });

  test('Hostile articles and fields become no markup and lose no text', () => {
    const { review: hostile, draft: hostileDraft } = openFixture('hostile.md');
    expectSafe(renderReport(hostile, hostileDraft));
    const { review, draft } = openSample();
    const texts = listArticleTexts(renderReport(review, draft));
    for (const words of triedStrings) {
      const filled = fillSample(words);
      const rendered = renderReport(filled.review, filled.draft);
      expectSafe(rendered);
      expect(listArticleTexts(rendered).slice(-texts.length)).toEqual(texts);
      const all = flattenTokens(parser.parse(rendered, {}))
        .filter(({ type }) => type === 'inline')
        .map((token) => normalizeSpace(getVisibleText(token)).replaceAll(' ', ''));
      const note = normalizeSpace(words).replaceAll(' ', '');
      for (const around of ['—', 'Changeto“', ':“'])
        expect(all.some((text) => text.includes(around + note))).toBe(true);
    }
  });

  test('Any text with any claims and marks is parsed back to the same text', () => {
    const kinds = fc.constantFrom('paragraph', 'quote', 'listItem', 'heading', 'caption', 'note' as const);
    const texts = fc.array(
      fc
        .oneof(hostileText, proseText, fc.constantFrom(...hostileStrings), numberedText)
        .filter((text) => normalizeSpace(text) !== ''),
      { minLength: 1, maxLength: 4 },
    );
    const anyMarks = fc.array(
      fc.record({
        kind: fc.constantFrom('bold', 'italic', 'link' as const),
        a: fc.nat(),
        b: fc.nat({ max: 30 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        texts,
        kinds,
        anyMarks,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 })), { maxLength: 5 }),
        (words, kind, marks, spans) => {
          const { review: fresh, draft: sample } = openSample();
          const plain = createDraft(sample, words, kind);
          const hostileDraft: Draft = {
            ...plain,
            marks: marks.map(({ kind: markKind, a, b }) => ({
              kind: markKind,
              target: null,
              href: markKind === 'link' ? 'https://a.example/<b>?c&copy=1' : null,
              ...createSpan(plain.text, a, b),
            })),
          };
          fresh.placements.clear();
          for (const [at, [a, b]] of spans.entries()) {
            const span = createSpan(plain.text, a, b);
            const claimId = [...fresh.claims.keys()][at] ?? '';
            fresh.placements.set(`p${at}`, {
              id: `p${at}`,
              claimId,
              draftId: hostileDraft.id,
              span,
              status: 'marked',
              candidates: [],
              changes: [],
              resolved: true,
            });
          }
          const rendered = renderReport(fresh, hostileDraft);
          expectSafe(rendered);
          expect(listArticleTexts(rendered)).toEqual(words.map(normalizeSpace));
          const references = flattenTokens(parser.parse(rendered, {})).filter(
            ({ type }) => type === 'footnote_ref',
          );
          expect(new Set(references.map(({ meta }) => String(meta?.label))).size).toBe(spans.length);
        },
      ),
      { numRuns: choose(20, 200) },
    );
  });

  test('Table cells are parsed back to the same text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(hostileText, fc.constantFrom(...hostileStrings)), { minLength: 1, maxLength: 3 }),
          { minLength: 1, maxLength: 3 },
        ),
        (rows) => {
          const { review: fresh, draft: sample } = openSample();
          fresh.placements.clear();
          const cells = rows.map((row) => row.map((cell) => `x${cell.replaceAll('\t', ' ')}x`));
          const rendered = renderReport(
            fresh,
            createDraft(
              sample,
              cells.map((row) => row.join('\t')),
              'tableRow',
            ),
          );
          expectSafe(rendered);
          expect(listArticleTexts(rendered).filter((text) => text !== '')).toEqual(
            cells.flat().map(normalizeSpace),
          );
        },
      ),
    );
  });

  test('The Markdown report is safe after any edits of the review', () => {
    fc.assert(
      fc.property(hostileText, fc.array(randomActions, { maxLength: 6 }), (words, wanted) => {
        const { review: fresh, draft: sample } = openSample();
        applyActions(
          fresh,
          sample,
          wanted.map((wish) => ({ ...wish, words: `x${words}`.slice(0, 500) })),
          createEditContext('n'),
        );
        expectSafe(renderReport(fresh, sample));
      }),
      { numRuns: choose(6, 60) },
    );
  });
});
