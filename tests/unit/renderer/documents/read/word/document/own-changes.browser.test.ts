import { describe, expect, test } from 'vitest';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import type { KnownReport } from '#shared/import/base/annotation.ts';
import {
  commented,
  deleted,
  inserted,
  makeReturnedReport,
  markChange,
  paragraph,
  type ReportComment,
  run,
} from '#tests/libraries/returned-report.ts';
import { fileOf } from '../make-docx.ts';

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

function read(body: string, comments: readonly ReportComment[] = [], facts = known) {
  const result = readWordDraft({ ...fileOf(makeReturnedReport(body, comments)), known: facts });
  if (!result.ok) throw new Error(result.problem.message);
  const { text, returned, claims } = result.proposal;
  return { text, undecided: returned?.undecided ?? [], claims, notices: result.notices };
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
  expect(read(body, [], bulk).undecided).toEqual(['yard']);
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

describe('a correction that an author decided by half', () => {
  const desk = { by: 'Desk', at: '2026-11-18T10:00:00Z' };

  const old = 'expected to total nearly $1 trillion';
  const wanted = 'projected to total $973 billion';

  const halves: KnownReport = {
    claims: [
      {
        claimId: 'deficit',
        durableId: '21ABCDEF',
        signatures: [{ by: 'Rosa Lind', second: '2026-11-20T09:00:05' }],
        before: [`It is ${old}`],
        after: [`It is ${wanted}`],
      },
    ],
    reviewers: ['Reviewer', 'Rosa Lind'],
  };

  const readHalves = (body: string, facts = halves) => read(body, [], facts);

  /** The first word is in an insertion of the desk, so our deletion is in two pieces. */
  const first = (content: string) =>
    `<w:ins w:id="901" w:author="${desk.by}" w:date="${desk.at}">${content}</w:ins>`;
  const rest = ' to total nearly $1 trillion';
  const rounded = { ...rosa, at: '2026-11-20T09:00:00Z' };

  const none = (by: typeof rosa) => first(deleted('expected', by)) + deleted(rest, by);
  const decisions: [what: string, write: (by: typeof rosa) => string, text: string, isUndecided: boolean][] =
    [
      ['nothing', (by) => none(by) + inserted(wanted, by), old, true],
      ['the insertion, accepted', (by) => none(by) + run(wanted), wanted, false],
      ['the insertion, rejected', none, old, false],
      ['the deletion, accepted', (by) => inserted(wanted, by), wanted, false],
      [
        'the deletion, rejected',
        (by) => first(run('expected')) + run(rest) + inserted(wanted, by),
        old,
        false,
      ],
      ['a piece of it, accepted', (by) => deleted(rest, by) + inserted(wanted, by), wanted, false],
      [
        'a piece of it, rejected',
        (by) => first(run('expected')) + deleted(rest, by) + inserted(wanted, by),
        old,
        false,
      ],
      [
        'the other piece, rejected',
        (by) => first(deleted('expected', by)) + run(rest) + inserted(wanted, by),
        old,
        false,
      ],
    ];

  test.each(
    decisions.flatMap(([what, ...one]) => [
      [what, 'with its second', rosa, ...one] as const,
      [what, 'as Word rounds it', rounded, ...one] as const,
    ]),
  )(
    'when %s is decided of a replacement, the other pieces follow (%s)',
    (_what, _time, by, write, text, isUndecided) => {
      const body = paragraph(run('It is '), write(by), run(', says the office.'));
      expect(readHalves(body)).toMatchObject({
        text: `It is ${text}, says the office.`,
        undecided: isUndecided ? ['deficit'] : [],
      });
    },
  );

  test("other people's changes between the pieces are accepted, and part no correction", () => {
    const body = paragraph(
      run('It is '),
      deleted(old, rosa),
      deleted(' roughly', desk),
      run(wanted),
      inserted(' again', desk),
      run('.'),
    );
    expect(readHalves(body).text).toBe(`It is ${wanted} again.`);
  });

  test('a correction over several paragraphs that nobody decided is read as not made', () => {
    const [claim] = halves.claims;
    if (!claim) throw new Error('there is a claim');
    const lines = {
      ...halves,
      claims: [{ ...claim, before: ['one two.\n\nThree four'], after: ['one four'] }],
    };
    const body =
      paragraph(markChange('del', rosa), run('It is one '), deleted('two.', rosa)) +
      paragraph(deleted('Three ', rosa), run('four of them.'));
    expect(readHalves(body, lines)).toMatchObject({
      text: 'It is one two.\n\nThree four of them.',
      undecided: ['deficit'],
    });
    const replaced = {
      ...lines,
      claims: [{ ...claim, before: ['one two.\n\nThree four'], after: ['one or four'] }],
    };
    const both =
      paragraph(markChange('del', rosa), run('It is one '), deleted('two.', rosa)) +
      paragraph(deleted('Three', rosa), inserted('or', rosa), run(' four of them.'));
    expect(readHalves(both, replaced).text).toBe('It is one two.\n\nThree four of them.');
  });

  test('rejected halves are not counted as undecided', () => {
    const { notices } = readHalves(paragraph(run('It is '), none(rosa), run('.')));
    expect(notices.filter(({ kind }) => kind === 'ownChangesUndecided')).toEqual([]);
  });

  test('in an article of its own, no words are glued to those that an insertion left', () => {
    const comment = { id: 1, ...rosa, text: 'Disputed · claim 1' };
    const body = paragraph(run('It is '), commented(deleted(old, rosa) + run(wanted), 1), run('.'));
    const result = readWordDraft(fileOf(makeReturnedReport(body, [comment])));
    expect(result.ok && result.proposal.text).toBe(`It is ${wanted}.`);
  });
});
