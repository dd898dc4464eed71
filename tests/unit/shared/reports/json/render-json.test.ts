import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../../shared/domain/draft';
import type { Review } from '../../../../../shared/domain/review/review';
import { standings } from '../../../../../shared/domain/verdict';
import { renderJson } from '../../../../../shared/reports/json/render-json';
import {
  type ReportJson,
  reportJsonSchema,
  reportJsonSchemaDocument,
} from '../../../../../shared/reports/json/report-json';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import { hostileText } from '../../arbitraries';
import { carryOut, countingFacts, openSample, wishes } from '../../reviews';
import { facts, openFixture, options, spoiltSample } from '../hostile-review';
import { hostileStrings } from '../hostile-strings';
import { nextDraftOf } from '../next-drafts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(JSON.stringify(reportJsonSchemaDocument())));

const jsonOf = (review: Review, draft: Draft, chosen = options) =>
  renderJson(buildReport(review, draft, chosen, facts));

/** The file as any program reads it, checked by the schema that is published. */
function read(json: string): ReportJson {
  const value: unknown = JSON.parse(json);
  if (!validate(value)) throw new Error(ajv.errorsText(validate.errors));
  return reportJsonSchema.parse(value);
}

/** The report with a file at each source that tells anything. */
function withFile(value: ReportJson, file: { name: string; bytes: number; sha256: string }): unknown {
  const sources = value.sources.map((source) =>
    source.confidential ? source : { ...source, files: [file] },
  );
  return { ...value, sources };
}

describe('the report as JSON', () => {
  const { review, draft } = openSample();
  const report = read(jsonOf(review, draft));

  test('is described by the schema in docs', async () => {
    const schema = `${JSON.stringify(reportJsonSchemaDocument(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../../../../docs/report.schema.json');
  });

  test('holds the article, the claims where they stand, and what they rest on', () => {
    expect(report).toMatchObject({
      ...{ format: 'stet-report', version: 2, madeAt: facts.at, shows: 'Shows all 14 claims' },
      article: { title: 'Harbour tram to open in March, two years late', language: 'en-GB' },
      check: { by: ['Ada'] },
      summary: { verified: 6, disputed: 2, total: 14, open: 5, sources: 6 },
      options: { notes: true, standings, style: 'apa' },
    });
    expect(report.draft.text).toBe(draft.text);
    for (const { words, start, end } of report.claims)
      expect(report.draft.text.slice(start, end)).toBe(words);
    expect(report.draft.blocks.map(({ start, end }) => ({ start, end }))).toEqual(
      draft.blocks.map(({ start, end }) => ({ start, end })),
    );
    expect(report.claims[2]?.evidence).toEqual([
      {
        ...{ stance: 'supports', source: 3, locator: 'p. 14, table 3', note: null },
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

  test('holds the claims that were chosen, and the numbers of the whole check', () => {
    const some = read(jsonOf(review, draft, { ...options, standings: ['unchecked', 'disputed'] }));
    expect(some.shows).toBe('Shows 7 of 14 claims: disputed and unchecked');
    expect(new Set(some.claims.map(({ standing }) => standing))).toEqual(new Set(['disputed', 'unchecked']));
    expect(some.summary).toEqual(report.summary);
  });

  test('holds claims that stand nowhere in the article apart, and what changed in the others', () => {
    const words = [
      ['38,000', '28,000'],
      ['€412 million', '€421 million'],
    ] as const;
    const next = nextDraftOf(openSample(), { cut: [3], waiting: [6] }, words);
    const made = read(jsonOf(next.review, next.draft));
    expect(made.unplaced.map(({ state, draft: number, claims }) => [state, number, claims.length])).toEqual([
      ['waiting', 2, 1],
      ['cut', 2, 1],
    ]);
    expect(made.unplaced[0]?.claims[0]).toMatchObject({ standing: 'recheck', verdict: 'unverifiable' });
    expect(made.unplaced[1]?.claims[0]).toMatchObject({
      ...{ words: 'cost €412 million', standing: 'verified', verdict: 'verified', changes: [] },
      ...{ note: 'Final account, VAT included.', judged: { by: 'Ada', at: '2026-11-21T10:52:00.000Z' } },
      evidence: [{ quote: 'total outturn 411.8 million' }, { stance: 'context', quote: null, locator: null }],
    });
    expect(made.summary).toMatchObject({ total: 13 });
    expect(made.claims[2]).toMatchObject({
      ...{ words: 'a third more than planned', standing: 'recheck', recheck: ['sentence'] },
      changes: [{ before: '412', after: '421', reason: 'number' }],
    });
    expect(report.unplaced).toEqual([]);
  });

  test('is valid whatever stands in its fields, and gives it back', () => {
    for (const words of hostileStrings) {
      const spoilt = spoiltSample(words);
      const made = read(jsonOf(spoilt.review, spoilt.draft));
      const whole = words.replace(/\p{Surrogate}/gu, '\ufffd');
      expect(made.claims.map(({ note }) => note)).toEqual(Array(14).fill(whole));
      const next = nextDraftOf(spoilt, { cut: [1, 3], waiting: [6] });
      const gone = read(jsonOf(next.review, next.draft)).unplaced.flatMap(({ claims }) => claims);
      expect(gone.map(({ note }) => note)).toEqual(Array(3).fill(whole));
    }
    for (const name of ['hostile.md', 'article.md', 'crlf.txt']) {
      const opened = openFixture(name);
      read(jsonOf(opened.review, opened.draft));
    }
  });

  test('is valid and well-formed whatever was done to the review', () => {
    fc.assert(
      fc.property(hostileText, fc.array(wishes, { maxLength: 8 }), (hostile, wanted) => {
        const opened = openSample();
        const spoilt = wanted.map((wish) => ({ ...wish, words: `x${hostile}`.slice(0, 500) }));
        carryOut(opened.review, opened.draft, spoilt, countingFacts('n'));
        const json = jsonOf(opened.review, opened.draft);
        read(json);
        expect(json).not.toMatch(/\\ud[89a-f]|\p{Surrogate}/u);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, (value: ReportJson) => unknown]>([
    ['another format', (value) => ({ ...value, format: 'report' })],
    ['a later version', (value) => ({ ...value, version: 3 })],
    ['a field too many', (value) => ({ ...value, more: 1 })],
    ['no claims', ({ claims: _, ...value }) => value],
    ['a moment that is none', (value) => ({ ...value, madeAt: 'yesterday' })],
    ['a claim with number 0', (value) => ({ ...value, claims: [{ ...value.claims[0], number: 0 }] })],
    ['an unknown standing', (value) => ({ ...value, claims: [{ ...value.claims[0], standing: 'good' }] })],
    [
      'a confidential source that tells its title',
      (value) => ({ ...value, sources: [{ number: 1, confidential: true, title: 'x' }] }),
    ],
    [
      'a script as an address',
      (value) => ({ ...value, article: { ...value.article, link: 'javascript:x' } }),
    ],
    ['a sum that is none', (value) => withFile(value, { name: 'a', bytes: 1, sha256: 'abc' })],
    ['a file of negative size', (value) => withFile(value, { name: 'a', bytes: -1, sha256: '0'.repeat(64) })],
  ])('is not valid with %s', (_, spoil) => {
    expect(validate(JSON.parse(JSON.stringify(spoil(report))))).toBe(false);
  });
});
