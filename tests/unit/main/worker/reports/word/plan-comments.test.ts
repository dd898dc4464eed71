import { describe, expect, test } from 'vitest';
import { getCommentSignature, getInitials, toSecond } from '#main/worker/reports/word/plan-comments.ts';
import { toAuthorName } from '#shared/domain/base/word-comments.ts';
import { writeTime } from '#shared/reports/base/own-values.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { buildTestReport } from '../model/build-test-report.ts';
import { searched } from '../searched.ts';

test.each([
  ['Ada Lovelace', 'AL'],
  ['ludwig  van beethoven', 'LVB'],
  ['Émile Zola', 'ÉZ'],
  ['É́tienne', 'É́'],
  ['“Ann” O’Hara', 'AO'],
  ['山田 太郎', '山太'],
  ['محمد علي', 'مع'],
  ['one two three four five six seven eight nine ten', 'OTTFFSSEN'],
  ['𐐨a 𐐩b 𐐪c 𐐫d 𐐬e', '𐐀𐐁𐐂𐐃'],
  ['–', 'R'],
])('the initials of %s are %s', (name, initials) => {
  expect(getInitials(name)).toBe(initials);
});

describe('the comment on a claim', () => {
  const { review, draft } = openSample();
  const report = buildTestReport(review, draft, true, 'Ada');
  const createdAt = writeTime('2026-11-20T08:00:00.123Z');
  const at = writeTime('2026-11-21T10:52:09.999Z');
  const judgedBy = (name: string | null) => ({
    judged: { by: name === null ? null : searched(name), at },
    verdict: 'verified' as const,
    createdAt,
  });
  const unjudged = { judged: null, verdict: 'unchecked' as const, createdAt };

  test('is by who judged it, at that time', () => {
    expect(getCommentSignature(judgedBy('Ben Roe'), report)).toEqual({
      author: 'Ben Roe',
      initials: 'BR',
      at: '2026-11-21T10:52:09Z',
    });
  });

  test('is by nobody in particular when the verdict carries no name, whoever makes the report', () => {
    expect(getCommentSignature(judgedBy(null), report)).toMatchObject({ author: 'Reviewer', initials: 'R' });
  });

  test('is by who makes the report when nobody judged it', () => {
    expect(getCommentSignature(unjudged, report)).toEqual({
      author: 'Ada',
      initials: 'A',
      at: '2026-11-20T08:00:00Z',
    });
    expect(getCommentSignature(unjudged, { ...report, reviewer: null })).toMatchObject({
      author: 'Reviewer',
    });
  });

  test('has the time of the report for the public', () => {
    const forPublic = { ...report, options: { ...report.options, reader: 'public' as const } };
    for (const claim of [judgedBy('Ben Roe'), unjudged])
      expect(getCommentSignature(claim, forPublic).at).toBe(toSecond(report.madeAt));
  });

  test('cuts a name that is longer than Word takes, which is recognised when the file comes back', () => {
    const name = `${'x'.repeat(254)}👩‍🚀  Stone`;
    expect(toAuthorName(name)).toBe('x'.repeat(254));
    expect(toAuthorName(toAuthorName(name))).toBe(toAuthorName(name));
    expect(toAuthorName('Ada  Stone')).toBe('Ada Stone');
    expect(getCommentSignature(unjudged, { ...report, reviewer: searched(name) }).author).toBe(
      toAuthorName(name),
    );
  });
});
