import { expect, test } from 'vitest';
import { readWordDraft } from '../../../../../../renderer/importer/word/word-draft';
import type { KnownReport } from '../../../../../../shared/import/annotations/annotation';
import {
  commented,
  deleted,
  inserted,
  makeReturnedReport,
  paragraph,
  type ReportComment,
  run,
} from '../../../../../libraries/returned-report';
import { fileOf } from '../make-docx';

const rosa = { by: 'Rosa Lind', at: '2026-11-20T09:00:05Z' };
const ada = { by: 'Ada Stone', at: '2026-11-21T10:00:00Z' };

const known: KnownReport = {
  claims: [
    {
      claimId: 'cars',
      durableId: '21ABCDEF',
      signatures: [{ by: 'Rosa Lind', second: '2026-11-20T09:00:05' }],
      before: ['12 million cars'],
      after: ['1.2 million cars'],
    },
    {
      claimId: 'yard',
      durableId: '21ABCDE0',
      signatures: [{ by: null, second: '2026-11-20T09:01:00' }],
      before: ['Gdansk'],
      after: [],
    },
  ],
  reviewers: ['Reviewer', 'Rosa Lind'],
};

function read(body: string, comments: readonly ReportComment[] = []) {
  const result = readWordDraft({ ...fileOf(makeReturnedReport(body, comments)), known });
  if (!result.ok) throw new Error(result.problem.message);
  const { text, returned, claims } = result.proposal;
  return { text, undecided: returned?.undecided ?? [], claims };
}

const suggest = (old: string, now: string, by: typeof rosa) => deleted(old, by) + inserted(now, by);

test.each([
  ['its author and second', rosa, []],
  ['its author and words, when Word left out the seconds', { ...rosa, at: '2026-11-20T09:00:00Z' }, []],
  ['its author and words, in another time zone', { ...rosa, at: '2026-11-20T11:00:05+00:00' }, []],
])('a tracked change without its comment is known by %s', (_by, signed) => {
  const body = paragraph(run('It carried '), suggest('12', '1.2', signed), run(' million cars.'));
  expect(read(body)).toMatchObject({ text: 'It carried 12 million cars.', undecided: ['cars'] });
});

test.each([
  ['of somebody else with the same words', 'It carried ', suggest('12', '1.2', ada)],
  ['of the reviewer with other words', 'It carried ', suggest('12', '1.3', { ...rosa, at: ada.at })],
  [
    'of the reviewer in a paragraph without the claim',
    'The ferry had ',
    suggest('12', '1.2', { ...rosa, at: ada.at }),
  ],
])('a tracked change %s is accepted as any other', (_what, start, change) => {
  const end = start.startsWith('The') ? ' lanes.' : ' million cars.';
  const { text, undecided } = read(paragraph(run(start), change, run(end)));
  expect(text).not.toContain('12');
  expect(undecided).toEqual([]);
});

test('a change with the second of several claims belongs to those whose correction has its words', () => {
  const [cars, yard] = known.claims;
  if (!cars || !yard) throw new Error('there are two claims');
  const bulk = { ...known, claims: [cars, { ...yard, signatures: cars.signatures, after: ['Gdynia'] }] };
  const body = paragraph(run('It was built in '), suggest('Gdansk', 'Gdynia', rosa), run('.'));
  const result = readWordDraft({ ...fileOf(makeReturnedReport(body, [])), known: bulk });
  if (!result.ok) throw new Error(result.problem.message);
  expect(result.proposal.returned?.undecided).toEqual(['yard']);
});

test.each([
  ['the durable id of a claim', { ...ada, durableId: '21ABCDEF' }],
  ['author and second of a claim', rosa],
  [
    'the second of a claim that no verdict signs, by a reviewer',
    { by: 'Reviewer', at: '2026-11-20T09:01:00Z' },
  ],
])('a comment with %s is ours, whatever its text', (_what, facts) => {
  const { claims } = read(paragraph(run('It carried '), commented(run('12 million cars'), 1), run('.')), [
    { id: 1, text: 'No, this is right.', ...facts },
  ]);
  expect(claims.map(({ annotation }) => annotation?.returned)).toMatchObject([
    { status: null, number: null },
  ]);
});

test.each([
  ['any other author and time', { ...ada, durableId: '00000007' }],
  [
    'the second of a claim that no verdict signs, by somebody else',
    { by: 'Ada Stone', at: '2026-11-20T09:01:00Z' },
  ],
])('a comment with %s is none of ours', (_what, facts) => {
  const { claims } = read(paragraph(run('It carried '), commented(run('12 million cars'), 1), run('.')), [
    { id: 1, text: 'Is this right?', ...facts },
  ]);
  expect(claims.map(({ annotation }) => annotation?.returned)).toEqual([undefined]);
});
