import { expect, test } from 'vitest';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import type { Report, ReportSource } from '../../../../../shared/reports/model/report-model';
import { listed, noClaimWords, recheckWords } from '../../../../../shared/reports/wording/wording';
import { sentence } from '../../../../../shared/text/format/end-sentence';
import type { WordChange } from '../../../../../shared/text-changes/word-change';
import { openSample } from '../../reviews';
import { facts, options } from '../hostile-review';

test('a sentence ends once', () => {
  expect(['No', 'No.', 'No?', '“No.”', '“No”', 'No…'].map(sentence)).toEqual([
    'No.',
    'No.',
    'No?',
    '“No.”',
    '“No”.',
    'No…',
  ]);
});

test('names read as a person would say them', () => {
  expect([[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Cy']].map(listed)).toEqual([
    '',
    'Ada',
    'Ada and Bo',
    'Ada, Bo and Cy',
  ]);
});

test('a claim that has to be checked again says why, unless that would tell of a confidential source', () => {
  const claim = { standing: 'recheck' as const, verdict: 'verified' as const, changes: [], fallen: [] };
  expect(recheckWords({ ...claim, recheck: ['words', 'source'] })).toBe(
    'It was verified; its words have changed since and a source it rests on was withdrawn or found wrong.',
  );
  const { review, draft } = openSample();
  const open = buildReport(review, draft, options, facts).sources.find(({ confidential }) => !confidential);
  if (!open || open.confidential) throw new Error('the sample has a public source');
  const fallen: ReportSource[] = [
    { number: 2, confidential: true },
    { ...open, number: 3, standing: 'withdrawn' },
  ];
  expect(recheckWords({ ...claim, recheck: ['source'], fallen })).toBe(
    'It was verified; source 3 was withdrawn.',
  );
  expect(recheckWords({ ...claim, recheck: ['correction'] })).toBe(
    'It was verified; a correction was applied since.',
  );
  expect(recheckWords({ ...claim, recheck: [] })).toBe('It was verified; it has to be checked again.');
  expect(recheckWords({ ...claim, standing: 'verified', recheck: [] })).toBeNull();
});

test('a claim that has to be checked again names what changed, and of many changes the first', () => {
  const claim = {
    standing: 'recheck' as const,
    verdict: 'disputed' as const,
    recheck: ['words' as const],
    fallen: [],
  };
  const change: WordChange = { before: '12', after: '21', material: true, reason: 'number' };
  const added: WordChange = { before: '', after: 'not', material: true, reason: 'negation' };
  expect(recheckWords({ ...claim, changes: [change, added] })).toBe(
    'It was disputed; its words have changed since. A number changed: 12 → 21. A negation was added: not.',
  );
  const many = (count: number) => recheckWords({ ...claim, changes: Array(count).fill(change) });
  expect(many(3)).not.toContain('more');
  expect(many(4)).toMatch(/( A number changed: 12 → 21\.){3} And 1 more change\.$/);
  expect(many(9)).toMatch(/ And 6 more changes\.$/);
});

test('no claim in the article is said of what the report shows', () => {
  const { review, draft } = openSample();
  const made = buildReport(review, draft, options, facts);
  const words = (unplaced: Report['unplaced'], chosen = made.options) =>
    noClaimWords({ ...made, claims: [], unplaced, options: chosen });
  const cut = { state: 'cut' as const, draftNumber: 1, claims: [] };
  const some = { ...made.options, standings: ['disputed' as const] };
  expect([words([]), words([cut]), words([], some), words([cut], some)]).toEqual([
    'No claim was marked.',
    'No claim with a place in draft 1.',
    'No claim stands so.',
    'No claim with a place in draft 1 stands so.',
  ]);
});
