import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportClaim } from '#main/worker/reports/model/report-model.ts';
import { createBaseMap } from '#main/worker/reports/word/locate-claim.ts';
import { planCorrections } from '#main/worker/reports/word/plan-corrections.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { applyCorrections, type Correction } from '#shared/drafts/apply-corrections.ts';
import { SearchedTexts } from '#shared/reports/base/searched-texts.ts';
import { findUniqueSpan } from '#shared/sample/sample-article.ts';
import { createDraftText } from '#tests/bench/drafts/draft-text.ts';
import { choose } from '#tests/unit/effort.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { buildTestReport } from '../model/build-test-report.ts';
import { searched } from '../searched.ts';

const { review, draft: sample } = openSample();
const texts = new SearchedTexts();
const [template] = buildTestReport(review, sample).claims;

function createDraft(text: string): Draft {
  const blocks = createDraftText(text).blocks.map((span, index) => ({
    id: `b${index}`,
    kind: 'paragraph' as const,
    level: null,
    page: null,
    startsAtMs: null,
    ...span,
  }));
  return { ...sample, text, blocks, marks: [] };
}

/** Claims of a report on spans of a draft, with corrections. */
function createClaims(
  { text }: Draft,
  corrections: readonly { span: Correction['span']; text: string | null }[],
): ReportClaim[] {
  if (!template) throw new Error('the sample has claims');
  return corrections.map(({ span, text: correction }, index) => ({
    ...template,
    status: 'disputed' as const,
    number: index + 1,
    span,
    correction: correction === null ? null : searched(correction),
    words: searched(text.slice(span.start, span.end)),
  }));
}

function correct(draft: Draft, corrections: readonly Correction[]): Draft {
  const result = applyCorrections(draft, corrections);
  return result.ok ? { ...draft, ...result.body } : draft;
}

function apply(text: string, changes: readonly { start: number; end: number; text: string }[]): string {
  return changes
    .toReversed()
    .reduce((all, { start, end, text: inserted }) => all.slice(0, start) + inserted + all.slice(end), text);
}

const text = 'The quay cost 12 million.\n\nIt opened in May, a month late.';
const at = (words: string, correction: string | null, within = text) => ({
  span: findUniqueSpan(within, words),
  text: correction,
});

describe('suggested corrections', () => {
  const plan = (...corrections: ReturnType<typeof at>[]) => {
    const draft = createDraft(text);
    return planCorrections({ claims: createClaims(draft, corrections), texts }, draft, null);
  };

  test('each is one change of the words that differ', () => {
    const { changes, untracked } = plan(
      at('cost 12 million', 'cost 9 million'),
      at('a month late', 'two months late'),
    );
    expect(changes.map(({ start, end, text: inserted }) => [text.slice(start, end), inserted])).toEqual([
      ['12', '9'],
      ['a month', 'two months'],
    ]);
    expect(untracked.size).toBe(0);
  });

  test('of two on the same words the first is tracked, and the other says so', () => {
    const { changes, untracked } = plan(at('cost 12 million', 'cost 9 million'), at('12', '10'));
    expect(changes).toHaveLength(1);
    expect([...untracked]).toEqual([
      [1, 'Not tracked: it is on the same words as the correction of claim 1.'],
    ]);
  });

  test('two in one sentence that meet nowhere are both tracked', () => {
    expect(
      plan(at('The quay cost 12 million', 'The pier cost 12 million'), at('12', '9')).changes,
    ).toHaveLength(2);
  });

  test('one may have line breaks, and cross paragraphs', () => {
    const { changes, untracked } = plan(
      at('million', 'million\nand more'),
      at('opened in May, a', 'opened\n\nin June, a'),
    );
    expect(changes.map(({ text: inserted }) => inserted)).toEqual(['\nand more', '\n\nin June']);
    expect(plan(at('million.\n\nIt', 'million. It')).changes).toMatchObject([{ text: ' ' }]);
    expect(untracked.size).toBe(0);
  });
});

describe('corrections that were applied', () => {
  test('all that a correction changed in a claim is one change', () => {
    const base = createDraft(text);
    const current = correct(base, [
      { span: findUniqueSpan(text, 'opened in May, a month'), text: 'closed in May, a year' },
    ]);
    const span = findUniqueSpan(current.text, 'closed in May, a year');
    const [change, ...others] = planCorrections(
      { claims: createClaims(current, [{ span, text: null }]), texts },
      current,
      base,
    ).changes;
    expect(others).toEqual([]);
    expect(change).toMatchObject({ text: 'closed in May, a year', isApplied: true, suggestion: null });
    expect(planCorrections({ claims: [], texts }, current, base).changes).toHaveLength(2);
  });

  test('the words of a claim that a correction inserted are beside the nearest character', () => {
    const base = createDraft(text);
    const current = correct(base, [{ span: findUniqueSpan(text, 'late'), text: 'late, they say' }]);
    const toBase = createBaseMap(base.text, planCorrections({ claims: [], texts }, current, base).applied);
    const { span, isNearest } = toBase(findUniqueSpan(current.text, 'they say'));
    expect(isNearest).toBe(true);
    expect(base.text.slice(span.start, span.end)).toBe('e');
    expect(toBase(findUniqueSpan(current.text, 'quay'))).toEqual({
      span: findUniqueSpan(text, 'quay'),
      isNearest: false,
    });
  });
});

const word = fc.constantFrom('quay', 'the', 'cost', '12', 'May', 'né', '東京', 'opened');
const paragraph = fc.array(word, { minLength: 1, maxLength: 10 }).map((words) => words.join(' '));
const draftText = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((list) => list.join('\n\n'));
/** Cuts of a text into spans without overlaps, by fractions of its length, and what replaces each. */
const replacements = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 999 }),
    length: fc.integer({ min: 1, max: 12 }),
    text: fc.oneof(paragraph, fc.constant(''), fc.constant('two\nlines')),
  }),
  { maxLength: 5 },
);

/** Like a claim, a span begins and ends with a character that shows something. */
function place(whole: string, chosen: { from: number; length: number; text: string }[]): Correction[] {
  let end = 0;
  return chosen
    .map((one) => ({ ...one, start: Math.floor((one.from / 1_000) * whole.length) }))
    .sort((a, b) => a.start - b.start)
    .flatMap((one) => {
      const stop = one.start + one.length;
      if (one.start < end || stop > whole.length || /^\s|\s$/.test(whole.slice(one.start, stop))) return [];
      end = stop;
      return { span: { start: one.start, end: stop }, text: one.text };
    });
}

test('applied to the base, the changes give the current draft with all suggested corrections', () => {
  fc.assert(
    fc.property(draftText, replacements, replacements, replacements, (baseText, first, second, suggested) => {
      const base = createDraft(baseText);
      const once = correct(base, place(base.text, first));
      const current = correct(once, place(once.text, second));
      const suggestions = place(current.text, suggested);
      const claims = createClaims(current, suggestions);
      const { changes, untracked } = planCorrections({ claims, texts }, current, base);
      for (const [index, { start, end }] of changes.entries()) {
        expect(start).toBeLessThanOrEqual(end);
        expect(start).toBeGreaterThanOrEqual(changes[index - 1]?.end ?? 0);
      }
      fc.pre(untracked.size === 0);
      expect(apply(base.text, changes)).toBe(
        apply(
          current.text,
          suggestions.map(({ span, text: inserted }) => ({ ...span, text: inserted })),
        ),
      );
    }),
    { numRuns: choose(500, 2_000) },
  );
});
