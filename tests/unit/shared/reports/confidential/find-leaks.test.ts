import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { collectConfidentialTerms } from '#shared/reports/confidential/terms/confidential-terms.ts';
import { choose } from '#tests/unit/effort.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import { options, reportContext } from '#tests/unit/main/worker/reports/hostile-review.ts';
import { readText } from '#tests/unit/main/worker/reports/read-text.ts';
import { applyActions, createEditContext, randomActions } from '#tests/unit/shared/reviews.ts';
import {
  confidentialFields,
  editFourthClaim,
  fonts,
  makeReportAs,
  openWithConfidential,
  sha256,
} from './confidential-review.ts';

/** The part in which a field of the fourth claim is found. */
function getPartName(field: 'note' | 'correction' | 'claimant'): string {
  const names = { note: 'the note on', correction: 'the correction of', claimant: 'the “stated by” of' };
  return `${names[field]} claim 4`;
}

const descriptions = Object.entries({
  title: 'The name',
  author: 'The author',
  publisher: 'The publisher',
  contact: 'The contact',
  url: 'The address',
  archiveUrl: 'The archive address',
  locator: 'A place in a confidential source',
  quote: 'A quotation',
  note: 'The note on evidence',
  reason: 'The reason why',
  file: 'The name of a file',
});

describe.each(formatsWithNotes)('A report as %s', (format) => {
  test('A report reveals nothing confidential', () => {
    const { review, draft } = openWithConfidential();
    const { content, leaks, confidentialCount: confidential } = makeReportAs({ review, draft }, format);
    const terms = collectConfidentialTerms(review, draft);
    expect(leaks).toEqual([]);
    expect(confidential).toBe(1);
    const decoded = readText(format, content);
    for (const text of [...Object.values(confidentialFields), ...terms.map((term) => term.text), sha256]) {
      expect(content).not.toContain(text);
      expect(decoded).not.toContain(text);
    }
    expect(content).not.toMatch(/umbrage|quorn|quillan|ibbotson|vermilion|5551234|feedfeed/i);
    expect(terms.length).toBeGreaterThanOrEqual(descriptions.length);
  });

  test.each(descriptions)('The %s in any field of a claim is a leak', (key, description) => {
    const words = Object.entries(confidentialFields).find(([field]) => field === key)?.[1] ?? '';
    for (const field of ['note', 'correction', 'claimant'] as const) {
      const text = field === 'claimant' ? words.replace(/\n/g, ' ') : words;
      const { review, draft } = editFourthClaim(field, `said by ${text}, they say`);
      const { leaks } = makeReportAs({ review, draft }, format);
      expect(leaks.length).toBeGreaterThan(0);
      for (const leak of leaks)
        expect(leak.replace(/^(Words .*) appear in /, '$1 appears in ')).toMatch(
          new RegExp(` appears in ${getPartName(field)}\\.$`),
        );
      expect(leaks.some((leak) => leak.startsWith(description))).toBe(true);
      expect(leaks.join()).not.toMatch(/umbrage|quorn|quillan|vermilion/i);
    }
  });

  test('A confidential name in the reason why a public source is unreliable is a leak', () => {
    const { review, draft } = openWithConfidential();
    const open = [...review.sources.values()].find(({ confidential }) => !confidential);
    if (!open) throw new Error('the sample has a public source');
    const withdraw = (standingReason: string) =>
      putEntity(review, 'sources', { ...open, standing: 'withdrawn', standingReason });
    withdraw('It was withdrawn, says Wren Ibbotson');
    const { leaks } = makeReportAs({ review, draft }, format);
    expect(leaks).toEqual([
      expect.stringMatching(
        /^The author of a confidential source appears in (?:the reason given for )?source 3\.$/,
      ),
    ]);
    withdraw('Its table 4 was mended');
    const { leaks: none, content } = makeReportAs({ review, draft }, format);
    expect(none).toEqual([]);
    expect(content).toContain('Its table 4 was mended');
  });

  test('A report without notes does not reveal what a note says', () => {
    const { review, draft } = editFourthClaim('note', confidentialFields.title);
    const choices = { format, options: { ...options, notes: false } };
    expect(
      makeReport({ review: copyReview(review), draft, choices, context: reportContext, fonts }).leaks,
    ).toEqual([]);
  });

  test('Without a confidential source there are no terms and no leaks', () => {
    const { review, draft } = openWithConfidential();
    for (const source of [...review.sources.values()])
      putEntity(review, 'sources', { ...source, confidential: false });
    expect(makeReportAs({ review, draft }, format)).toMatchObject({
      leaks: [],
      confidentialTerms: [],
      confidentialCount: 0,
      claimCount: 14,
    });
  });

  test('A report reveals nothing confidential after any edits of the review', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 8 }), (anyWishes) => {
        const { review, draft } = openWithConfidential();
        applyActions(review, draft, anyWishes, createEditContext('n'));
        for (const source of [...review.sources.values()])
          putEntity(review, 'sources', { ...source, confidential: true, publisher: 'Umbrage holdings' });
        const { content, leaks } = makeReportAs({ review, draft }, format);
        expect(content).not.toMatch(/umbrage/i);
        expect(leaks.filter((leak) => /publisher/.test(leak))).toEqual([]);
      }),
      { numRuns: choose(4, 15) },
    );
  });
});
