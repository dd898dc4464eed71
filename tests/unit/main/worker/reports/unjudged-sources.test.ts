import { expect, test } from 'vitest';
import { putEntity } from '#shared/domain/review/review.ts';
import { reportFormats, reportReaders } from '#shared/domain/settings/report-options.ts';
import { makeReportAs } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

test('no report calls a source good or reliable before anybody has judged it', () => {
  const opened = openSample();
  expect([...opened.review.sources.values()].every(({ standing }) => standing === 'good')).toBe(true);
  for (const format of reportFormats)
    for (const reader of reportReaders) {
      const { content } = makeReportAs(opened, format, reader);
      expect(content, `${format} for ${reader}`).not.toMatch(/\b(?:reliable|good)\b/i);
    }
});

test('each report that describes sources says which were withdrawn', () => {
  const opened = openSample();
  for (const source of opened.review.sources.values())
    putEntity(opened.review, 'sources', { ...source, standing: 'withdrawn' });
  for (const format of ['html', 'markdown', 'csv', 'json', 'webAnnotation'] as const)
    expect(makeReportAs(opened, format, 'legal').content, format).toMatch(/withdrawn/i);
});
