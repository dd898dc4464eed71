import { expect, test } from 'vitest';
import { readWordDraft } from '../../../../../../renderer/importer/word/word-draft';
import type { KnownReport } from '../../../../../../shared/import/annotations/annotation';
import {
  commented,
  deleted,
  inserted,
  makeReturnedReport,
  markChange,
  paragraph,
  run,
} from '../../../../../libraries/returned-report';
import { fileOf } from '../make-docx';

const rosa = { by: 'Rosa Lind', at: '2026-11-20T09:00:05Z' };
const desk = { by: 'Desk', at: '2026-11-18T10:00:00Z' };

const old = 'expected to total nearly $1 trillion';
const wanted = 'projected to total $973 billion';

const known: KnownReport = {
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

function read(body: string, facts: KnownReport | undefined = known) {
  const result = readWordDraft({ ...fileOf(makeReturnedReport(body, [])), known: facts });
  if (!result.ok) throw new Error(result.problem.message);
  const { text, returned } = result.proposal;
  return { text, undecided: returned?.undecided ?? [], notices: result.notices };
}

/** The first word is in an insertion of the desk, so our deletion is in two pieces. */
const first = (content: string) =>
  `<w:ins w:id="901" w:author="${desk.by}" w:date="${desk.at}">${content}</w:ins>`;
const rest = ' to total nearly $1 trillion';
const rounded = { ...rosa, at: '2026-11-20T09:00:00Z' };

const none = (by: typeof rosa) => first(deleted('expected', by)) + deleted(rest, by);
const decisions: [what: string, write: (by: typeof rosa) => string, text: string, isUndecided: boolean][] = [
  ['nothing', (by) => none(by) + inserted(wanted, by), old, true],
  ['the insertion, accepted', (by) => none(by) + run(wanted), wanted, false],
  ['the insertion, rejected', none, old, false],
  ['the deletion, accepted', (by) => inserted(wanted, by), wanted, false],
  ['the deletion, rejected', (by) => first(run('expected')) + run(rest) + inserted(wanted, by), old, false],
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
    expect(read(body)).toMatchObject({
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
  expect(read(body).text).toBe(`It is ${wanted} again.`);
});

test('a correction over several paragraphs that nobody decided is read as not made', () => {
  const [claim] = known.claims;
  if (!claim) throw new Error('there is a claim');
  const lines = { ...known, claims: [{ ...claim, before: ['one two.\n\nThree four'], after: ['one four'] }] };
  const body =
    paragraph(markChange('del', rosa), run('It is one '), deleted('two.', rosa)) +
    paragraph(deleted('Three ', rosa), run('four of them.'));
  expect(read(body, lines)).toMatchObject({
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
  expect(read(both, replaced).text).toBe('It is one two.\n\nThree four of them.');
});

test('rejected halves are not counted as undecided', () => {
  const { notices } = read(paragraph(run('It is '), none(rosa), run('.')));
  expect(notices.filter(({ kind }) => kind === 'ownChangesUndecided')).toEqual([]);
});

test('in an article of its own, no words are glued to those that an insertion left', () => {
  const comment = { id: 1, ...rosa, text: 'Disputed · claim 1' };
  const body = paragraph(run('It is '), commented(deleted(old, rosa) + run(wanted), 1), run('.'));
  const result = readWordDraft(fileOf(makeReturnedReport(body, [comment])));
  expect(result.ok && result.proposal.text).toBe(`It is ${wanted}.`);
});
