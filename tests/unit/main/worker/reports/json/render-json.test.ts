import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderJson } from '#main/worker/reports/json/render-json.ts';
import {
  buildJsonSchemaDocument,
  type ReportJson,
  reportJsonSchema,
} from '#main/worker/reports/json/report-schema.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { claimStatuses } from '#shared/domain/base/verdict.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { dismissQuery } from '#shared/queries/base/dismissals.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
} from '#tests/unit/shared/reviews.ts';
import { findTextQuery, openContradiction } from '../contradiction.ts';
import { fillSample, openFixture, options, reportContext } from '../hostile-review.ts';
import { triedStrings } from '../hostile-strings.ts';
import { createNextDraft } from '../next-draft.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(JSON.stringify(buildJsonSchemaDocument())));

const renderReport = (review: Review, draft: Draft, chosen = options) =>
  renderJson(buildReport(review, draft, chosen, reportContext));

/** Parses a report as any program does, and validates it with the published schema. */
function parseReport(json: string): ReportJson {
  const value: unknown = JSON.parse(json);
  if (!validate(value)) throw new Error(ajv.errorsText(validate.errors));
  return reportJsonSchema.parse(value);
}

/** Adds a file to each public source of a report. */
function addFile(value: ReportJson, file: { name: string; bytes: number; sha256: string }): unknown {
  const sources = value.sources.map((source) =>
    source.confidential ? source : { ...source, files: [file] },
  );
  return { ...value, sources };
}

describe('the report as JSON', () => {
  const { review, draft } = openSample();
  const report = parseReport(renderReport(review, draft));

  test('The schema in docs describes the JSON report', async () => {
    const schema = `${JSON.stringify(buildJsonSchemaDocument(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../../../../../docs/report.schema.json');
  });

  test('The JSON report holds the article, the claims with their offsets, and their sources', () => {
    expect(report).toMatchObject({
      format: 'stet-report',
      version: 1,
      madeAt: reportContext.at,
      shows: 'Shows all 14 claims',
      article: { title: 'Harbour tram to open in March, two years late', language: 'en-GB' },
      check: { by: ['Ada'] },
      summary: { verified: 6, disputed: 2, total: 14, open: 5, sources: 6 },
      options: { notes: true, standings: claimStatuses, style: 'apa' },
    });
    expect(report.draft.text).toBe(draft.text);
    for (const { words, start, end } of report.claims)
      expect(report.draft.text.slice(start, end)).toBe(words);
    expect(report.draft.blocks.map(({ start, end }) => ({ start, end }))).toEqual(
      draft.blocks.map(({ start, end }) => ({ start, end })),
    );
    expect(report.claims[2]?.evidence).toEqual([
      {
        stance: 'supports',
        source: 3,
        locator: 'p. 14, table 3',
        note: null,
        quote: 'total outturn 411.8 million',
      },
      { stance: 'context', source: 4, locator: null, quote: null, note: null },
    ]);
    expect(report.sources[3]).toEqual({ number: 4, confidential: true });
    expect(report.sources[2]).toMatchObject({
      citation: 'Final account, harbour line. (2026, November 2). Transport authority.',
      csl: { id: 'source-3', type: 'document', issued: { 'date-parts': [[2026, 11, 2]] } },
      files: [],
    });
  });

  test('The JSON report holds open and dismissed queries with their places', () => {
    const opened = openContradiction();
    const [query] = parseReport(renderReport(opened.review, opened.draft)).queries?.open ?? [];
    expect(query).toMatchObject({ rule: 'figure', places: [{ paragraph: 1 }, { paragraph: 2 }] });
    for (const { start, end, words } of query?.places ?? [])
      expect(opened.draft.text.slice(start, end)).toBe(words);
    const step = dismissQuery(
      findTextQuery(opened.draft),
      opened.draft.text,
      'Two harvests.',
      createEditContext('d'),
    );
    applyOrThrow(opened.review, step.edits);
    expect(parseReport(renderReport(opened.review, opened.draft)).queries).toEqual({
      open: [],
      dismissed: [{ ...query, reason: 'Two harvests.' }],
    });
  });

  test('The JSON report holds the chosen claims and the counts of the whole check', () => {
    const selected = parseReport(
      renderReport(review, draft, { ...options, standings: ['unchecked', 'disputed'] }),
    );
    expect(selected.shows).toBe('Shows 7 of 14 claims: disputed and unchecked');
    expect(new Set(selected.claims.map(({ standing }) => standing))).toEqual(
      new Set(['disputed', 'unchecked']),
    );
    expect(selected.summary).toEqual(report.summary);
  });

  test('The JSON report lists claims without a place apart, and what changed in the others', () => {
    const words = [
      ['38,000', '28,000'],
      ['€412 million', '€421 million'],
    ] as const;
    const next = createNextDraft(openSample(), { cut: [3], waiting: [6] }, words);
    const parsed = parseReport(renderReport(next.review, next.draft));
    expect(parsed.unplaced.map(({ state, draft: number, claims }) => [state, number, claims.length])).toEqual(
      [
        ['waiting', 2, 1],
        ['cut', 2, 1],
      ],
    );
    expect(parsed.unplaced[0]?.claims[0]).toMatchObject({ standing: 'recheck', verdict: 'unverifiable' });
    expect(parsed.unplaced[1]?.claims[0]).toMatchObject({
      words: 'cost €412 million',
      standing: 'verified',
      verdict: 'verified',
      changes: [],
      note: 'Final account, VAT included.',
      judged: { by: 'Ada', at: '2026-11-21T10:52:00.000Z' },
      evidence: [{ quote: 'total outturn 411.8 million' }, { stance: 'context', quote: null, locator: null }],
    });
    expect(parsed.summary).toMatchObject({ total: 13 });
    expect(parsed.claims[2]).toMatchObject({
      words: 'a third more than planned',
      standing: 'recheck',
      recheck: ['sentence'],
      changes: [{ before: '412', after: '421', reason: 'number' }],
    });
    expect(report.unplaced).toEqual([]);
  });

  test('The JSON report is valid and preserves any text in its fields', () => {
    for (const words of triedStrings) {
      const filled = fillSample(words);
      const parsed = parseReport(renderReport(filled.review, filled.draft));
      const whole = words.replace(/\p{Surrogate}/gu, '\ufffd');
      expect(parsed.claims.map(({ note }) => note)).toEqual(Array(14).fill(whole));
      const next = createNextDraft(filled, { cut: [1, 3], waiting: [6] });
      const unplaced = parseReport(renderReport(next.review, next.draft)).unplaced.flatMap(
        ({ claims }) => claims,
      );
      expect(unplaced.map(({ note }) => note)).toEqual(Array(3).fill(whole));
    }
    for (const name of ['hostile.md', 'article.md', 'crlf.txt']) {
      const opened = openFixture(name);
      parseReport(renderReport(opened.review, opened.draft));
    }
  });

  test('The JSON report is valid and well-formed after any edits of the review', () => {
    fc.assert(
      fc.property(hostileText, fc.array(randomActions, { maxLength: 8 }), (hostile, wanted) => {
        const opened = openSample();
        const filled = wanted.map((wish) => ({ ...wish, words: `x${hostile}`.slice(0, 500) }));
        applyActions(opened.review, opened.draft, filled, createEditContext('n'));
        const json = renderReport(opened.review, opened.draft);
        parseReport(json);
        expect(json).not.toMatch(/\\ud[89a-f]|\p{Surrogate}/u);
      }),
      { numRuns: choose(4, 60) },
    );
  });

  test.each<[string, (value: ReportJson) => unknown]>([
    ['another format', (value) => ({ ...value, format: 'report' })],
    ['a later version', (value) => ({ ...value, version: 2 })],
    ['an unknown field', (value) => ({ ...value, more: 1 })],
    ['no claims', ({ claims: _, ...value }) => value],
    ['an invalid timestamp', (value) => ({ ...value, madeAt: 'yesterday' })],
    ['a claim with number 0', (value) => ({ ...value, claims: [{ ...value.claims[0], number: 0 }] })],
    ['an unknown status', (value) => ({ ...value, claims: [{ ...value.claims[0], standing: 'good' }] })],
    [
      'a confidential source with a title',
      (value) => ({ ...value, sources: [{ number: 1, confidential: true, title: 'x' }] }),
    ],
    [
      'a script as an address',
      (value) => ({ ...value, article: { ...value.article, link: 'javascript:x' } }),
    ],
    ['an invalid checksum', (value) => addFile(value, { name: 'a', bytes: 1, sha256: 'abc' })],
    ['a file of negative size', (value) => addFile(value, { name: 'a', bytes: -1, sha256: '0'.repeat(64) })],
  ])('The schema refuses a report with %s', (_, damage) => {
    expect(validate(JSON.parse(JSON.stringify(damage(report))))).toBe(false);
  });
});
