import { expect, test } from 'vitest';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { describeRecheck, listCircumstances } from '#main/worker/reports/model/describe-claim.ts';
import type { ReportChange, ReportSource } from '#main/worker/reports/model/report-model.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { options, reportContext } from '../hostile-review.ts';
import { searched } from '../searched.ts';

const status = 'recheck' as const;

test('A claim to be re-checked says why, unless that would reveal a confidential source', () => {
  const claim = { status, verdict: 'verified' as const, changes: [], unreliableSources: [] };
  expect(describeRecheck({ ...claim, recheck: ['words', 'source'] })).toBe(
    'It was verified; its words have changed since and a source it rests on was withdrawn or found wrong.',
  );
  const { review, draft } = openSample();
  const { sources } = buildReport(review, draft, options, reportContext);
  const publicSource = sources.find(({ confidential }) => !confidential);
  if (!publicSource || publicSource.confidential) throw new Error('the sample has a public source');
  const unreliableSources: ReportSource[] = [
    { number: 2, confidential: true },
    { ...publicSource, number: 3, standing: 'withdrawn' },
  ];
  expect(describeRecheck({ ...claim, recheck: ['source'], unreliableSources })).toBe(
    'It was verified; source 3 was withdrawn.',
  );
  expect(describeRecheck({ ...claim, recheck: ['correction'] })).toBe(
    'It was verified; a correction was applied since.',
  );
  expect(describeRecheck({ ...claim, recheck: [] })).toBe('It was verified; it has to be checked again.');
  expect(describeRecheck({ ...claim, status: 'verified', recheck: [] })).toBeNull();
});

test('A claim to be re-checked says what changed, up to three changes in full', () => {
  const claim = { status, verdict: 'disputed' as const, recheck: ['words' as const] };
  const change: ReportChange = {
    before: searched('12'),
    after: searched('21'),
    material: true,
    reason: 'number',
  };
  const addition: ReportChange = {
    before: searched(''),
    after: searched('not'),
    material: true,
    reason: 'negation',
  };
  const describeWith = (changes: ReportChange[]) =>
    describeRecheck({ ...claim, unreliableSources: [], changes });
  expect(describeWith([change, addition])).toBe(
    'It was disputed; its words have changed since. A number changed: 12 → 21. A negation was added: not.',
  );
  const describeMany = (count: number) => describeWith(Array<ReportChange>(count).fill(change));
  expect(describeMany(3)).not.toContain('more');
  expect(describeMany(4)).toMatch(/( A number changed: 12 → 21\.){3} And 1 more change\.$/);
  expect(describeMany(9)).toMatch(/ And 6 more changes\.$/);
});

test('A claim says on which page of the article it is, or at what time of a recording', () => {
  const { review, draft } = openSample();
  const describePlaceOf = (place: { page?: number; startsAtMs?: number }) => {
    const blocks = draft.blocks.map((block) => ({ ...block, ...place }));
    const [claim] = buildReport(review, { ...draft, blocks }, options, reportContext).claims;
    return claim && listCircumstances(claim, claim.place, 'UTC')[0]?.text;
  };
  expect(describePlaceOf({ page: 3 })).toBe('Page 3 of the article.');
  expect(describePlaceOf({ startsAtMs: 750_500 })).toBe('At 12:30 of the recording.');
});
