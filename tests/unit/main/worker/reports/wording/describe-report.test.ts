import { expect, test } from 'vitest';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { Report } from '#main/worker/reports/model/report-model.ts';
import { noClaimsMessage } from '#main/worker/reports/wording/describe-report.ts';
import { endSentence, joinList } from '#shared/text/format/wording.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { options, reportContext } from '../hostile-review.ts';

test('A sentence gets a full stop only if it has no end of its own', () => {
  expect(['No', 'No.', 'No?', '“No.”', '“No”', 'No…'].map(endSentence)).toEqual([
    'No.',
    'No.',
    'No?',
    '“No.”',
    '“No”.',
    'No…',
  ]);
});

test('Names are joined as in a sentence', () => {
  expect([[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Cy']].map(joinList)).toEqual([
    '',
    'Ada',
    'Ada and Bo',
    'Ada, Bo and Cy',
  ]);
});

test('The message for a report without claims in the article depends on what the report shows', () => {
  const { review, draft } = openSample();
  const report = buildReport(review, draft, options, reportContext);
  const messageFor = (unplaced: Report['unplaced'], selected = report.options) =>
    noClaimsMessage({ ...report, claims: [], unplaced, options: selected });
  const retired = { state: 'cut' as const, draftNumber: 1, claims: [] };
  const disputed = { ...report.options, standings: ['disputed' as const] };
  expect([
    messageFor([]),
    messageFor([retired]),
    messageFor([], disputed),
    messageFor([retired], disputed),
  ]).toEqual([
    'No claim was marked.',
    'No claim with a place in draft 1.',
    'No claim stands so.',
    'No claim with a place in draft 1 stands so.',
  ]);
});
