import { describe, expect, test } from 'vitest';
import { type ReportReader, reportFormats } from '../../../../shared/domain/report-options';
import { putEntity, type Review } from '../../../../shared/domain/review/review';
import { makeReportAs, openWithConfidential } from './confidential/confidential-review';

/** Gives the fourth claim a tag of this name. */
function tag(review: Review, name: string): void {
  const [, , , claim] = review.claims.values();
  if (!claim) throw new Error('the sample has four claims');
  putEntity(review, 'tags', { id: 'tag', name, color: 'blue' });
  putEntity(review, 'claims', { ...claim, tagIds: ['tag'] });
}

function makeAs(format: (typeof reportFormats)[number], reader: ReportReader, name: string) {
  const opened = openWithConfidential();
  tag(opened.review, name);
  return makeReportAs(opened, format, reader);
}

describe('tags in reports', () => {
  test('Editors and lawyers get the names of the tags in JSON and in the claim log', () => {
    for (const format of ['json', 'csv'] as const)
      for (const reader of ['editor', 'legal'] as const)
        expect(makeAs(format, reader, 'Ask the desk again').content).toContain('Ask the desk again');
  });

  test('A report for the public has no tag in any format', () => {
    for (const format of reportFormats)
      expect(makeAs(format, 'public', 'Ask the desk again').content).not.toContain('Ask the desk again');
  });

  test('A tag that names a confidential source is a leak, and says where it is', () => {
    for (const format of ['json', 'csv'] as const) {
      const { leaks } = makeAs(format, 'editor', 'Call Quillan Vost');
      expect(leaks.join(' ')).toContain('a tag of claim 4');
    }
  });
});
