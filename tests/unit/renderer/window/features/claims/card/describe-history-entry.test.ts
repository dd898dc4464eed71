import { describe, expect, it, test } from 'vitest';
import {
  describeFieldChanges,
  describeHistoryEntry,
} from '#renderer/window/features/claims/card/describe-history-entry.ts';
import type { Answer } from '#shared/domain/base/claim.ts';
import type { HistoryEntry } from '#shared/domain/history/claim-history.ts';
import { type Edit, invertEdits } from '#shared/domain/review/change.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

const context = { ...openSample(), maxQuoteLength: 80 };
const describeEntry = (action: HistoryEntry['action'], edits: Edit[]) =>
  describeHistoryEntry({ changeId: 'c1', at: '2026-11-21T10:52:00.000Z', by: 'Ada', action, edits }, context);

test.each([
  ['Ana Ruiz', 'Marked as a claim by Ana Ruiz'],
  ['Ada', 'Marked as a claim'],
])(
  'a claim that came with a comment of %s names its commenter, unless it is who opened the file',
  (createdBy, said) => {
    const claim = {
      id: 'c',
      verdict: 'unchecked',
      judged: null,
      note: `${createdBy}: Who says so?`,
      correction: null,
      claimant: null,
      kind: null,
      answers: [],
      tagIds: [],
      createdBy,
      createdAt: '2026-11-20T09:00:00.000Z',
    };
    expect(describeEntry('article.open', [{ table: 'claims', id: 'c', create: claim }])).toBe(said);
  },
);

function importDraft(draftId: string): Edit[] {
  const placement = {
    id: 'p',
    claimId: 'c',
    draftId,
    span: { start: 0, end: 5 },
    status: 'unchanged',
    candidates: [],
    changes: [],
    resolved: true,
  };
  return [{ table: 'placements', id: 'p', create: placement }];
}

test('the import of a draft says what became of the claim, and its undoing which draft it was', () => {
  const edits = importDraft(context.draft.id);
  expect(describeEntry('draft.import', edits)).toBe('Draft 1: unchanged');
  expect(describeEntry('undo', invertEdits(edits))).toBe('Undone: draft 1');
});

test('a draft that was undone is called so once', () => {
  const edits = importDraft('gone');
  expect(describeEntry('draft.import', edits)).toBe('New draft, undone since: unchanged');
  expect(describeEntry('undo', invertEdits(edits))).toBe('Undone: new draft');
});

test('the field of who stated a claim is named as on the card', () => {
  const edit = (before: string | null, after: string | null): Edit => ({
    table: 'claims',
    id: 'c',
    update: { before: { claimant: before }, after: { claimant: after } },
  });
  expect(describeEntry('claim.edit', [edit(null, 'Ada Stone')])).toBe('“Stated by” added: “Ada Stone”');
  expect(describeEntry('claim.edit', [edit('Ada Stone', null)])).toBe('“Stated by” removed: “Ada Stone”');
});

test('a stance that changed with the verdict is said to follow it, and one that was chosen is not', () => {
  const [evidence] = context.review.evidence.values();
  const [title] = [context.review.sources.get(evidence?.sourceId ?? '')?.title];
  const update = (before: Record<string, unknown>, after: Record<string, unknown>): Edit => ({
    table: 'evidence',
    id: evidence?.id ?? '',
    update: { before, after },
  });
  const judged: Edit = {
    table: 'claims',
    id: 'c',
    update: { before: { verdict: 'unchecked' }, after: { verdict: 'disputed' } },
  };
  const followed = [judged, update({ stance: 'context' }, { stance: 'refutes' })];
  const said = `Verdict changed from unchecked to disputed; Evidence “${title}”: stance follows the verdict: refutes`;
  expect(describeEntry('claim.verdict', followed)).toBe(said);
  expect(describeEntry('undo', invertEdits(followed))).toBe(`Undone: ${said}`);
  const choose = update(
    { stance: 'context', stanceChosen: false },
    { stance: 'refutes', stanceChosen: true },
  );
  expect(describeEntry('evidence.edit', [choose])).toBe(
    `Evidence “${title}”: Stance changed from context to refutes`,
  );
  const confirm = update({ stanceChosen: false }, { stanceChosen: true });
  expect(describeEntry('evidence.edit', [confirm])).toBe(`Evidence “${title}”: Stance confirmed`);
});

test('a source without a problem is not called reliable, only no longer withdrawn', () => {
  const [source] = context.review.sources.values();
  const edit = (before: string, after: string): Edit => ({
    table: 'sources',
    id: source?.id ?? '',
    update: { before: { standing: before }, after: { standing: after } },
  });
  const title = `Source “${source?.title}”`;
  expect(describeEntry('source.standing', [edit('good', 'withdrawn')])).toBe(`${title}: Withdrawn`);
  expect(describeEntry('source.standing', [edit('withdrawn', 'good')])).toBe(`${title}: No longer withdrawn`);
});

describe('Describe answers', () => {
  const { review, draft } = openSample();
  const context = { review, draft, maxQuoteLength: 80 };
  const first: Answer = {
    draftId: 'd2',
    replies: [{ by: 'Ada', at: null, text: 'See p. 7' }],
    isResolved: true,
    correction: { text: '21', outcome: 'accepted' },
  };
  const reopened: Answer = { draftId: 'd3', replies: [], isResolved: false, correction: null };

  test('the history of a claim names what an answer brought, and nothing that came before', () => {
    const before = { answers: [], correction: '21' };
    expect(describeFieldChanges(before, { answers: [first], correction: null }, context)).toEqual([
      'Answer by Ada: “See p. 7”',
      'Comment resolved by the author',
      'Correction “21” accepted by the author',
    ]);
    expect(describeFieldChanges({ answers: [first] }, { answers: [first, reopened] }, context)).toEqual([
      'Comment opened again by the author',
    ]);
  });
});

it('the title of a person is called the name, as in the form', () => {
  const context = { ...openSample(), maxQuoteLength: 80 };
  const describeTitle = (kind: 'person' | 'webPage') =>
    describeFieldChanges({ title: 'Bo' }, { title: 'Bo Keld' }, context, kind);
  expect(describeTitle('person')).toEqual(['Name changed from “Bo” to “Bo Keld”']);
  expect(describeTitle('webPage')).toEqual(['Title changed from “Bo” to “Bo Keld”']);
});
