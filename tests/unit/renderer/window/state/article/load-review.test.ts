import { expect, test } from 'vitest';
import { describeLostChanges } from '#renderer/window/state/article/load-review.ts';
import { dismissSpans } from '#shared/coverage/dismissal-edits.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { createTag } from '#shared/domain/claims/tag-edits.ts';
import { attachEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { dismissQuery } from '#shared/queries/base/dismissals.ts';
import { createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

test('written text is quoted from updates and from new rows', () => {
  const { review } = openSample();
  const [claimId = ''] = review.claims.keys();
  const { id: _, standing: __, ...fields } = createTestSource('a', { title: 'Harbour report' });
  const evidence = { stance: 'supports', locator: 'p. 3', quote: 'the very words', note: null } as const;
  const attached = attachEvidence(
    review,
    claimId,
    null,
    { fields, files: [] },
    evidence,
    createEditContext('n'),
  );
  const note = { update: { before: { note: null }, after: { note: 'a remark' } } };
  const edited = {
    action: 'claim.edit' as const,
    edits: [{ table: 'claims' as const, id: claimId, ...note }],
  };
  const changes = [
    { id: 'one', ...attached },
    { id: 'two', ...edited },
  ];
  expect(describeLostChanges(changes, () => null)).toBe(
    '“Harbour report”, “p. 3”, “the very words”, “a remark”',
  );
  expect(describeLostChanges([], () => null)).toBe('');
});

test('a lost verdict is named with the words of its claim', () => {
  const { review, draft } = openSample();
  const [claim] = review.claims.values();
  const step = claim && setVerdict(review, draft, claim, 'disputed', createEditContext('v'));
  if (!step) throw new Error('the sample has no claim to judge');
  const getWords = (claimId: string) => (claimId === claim.id ? 'two in three' : null);
  expect(describeLostChanges([{ id: 'one', ...step }], getWords)).toBe('“Disputed” for “two in three”');
});

test('a change without text is named by what it did, with the words of its claim', () => {
  const { review, draft } = openSample();
  const [claimId = ''] = review.claims.keys();
  const context = createEditContext('n');
  const marking = markClaim(draft, { start: 0, end: 5 }, 'unchecked', context);
  const source = createTestSource('a');
  const { id: _, standing: __, ...fields } = source;
  review.sources.set(source.id, source);
  const evidence = { stance: 'supports', locator: null, quote: null, note: null } as const;
  const attached = attachEvidence(review, claimId, source, { fields, files: [] }, evidence, context);
  const merge = {
    action: 'source.merge' as const,
    edits: [{ table: 'sources' as const, id: source.id, delete: {} }],
  };
  const changes = [
    { id: 'one', ...marking.step },
    { id: 'two', ...attached },
    { id: 'three', ...merge },
  ];
  const getWords = (id: string) =>
    id === marking.claimId ? 'Ferry' : id === claimId ? 'two in three' : null;
  expect(describeLostChanges(changes, getWords)).toBe(
    'a marked claim (“Ferry”), an attached source (“two in three”), a merge of sources',
  );
});

test('the reason for dismissing a query and the name of a tag are quoted, and dismissed text is named', () => {
  const { review, draft } = openSample();
  const context = createEditContext('n');
  const span = { start: 0, end: 5 };
  const query = { rule: 'figure', places: [span], explanation: 'Two figures.' } as const;
  const tag = createTag(review, { name: 'Legal', color: 'red' }, [], context);
  const dismissal = dismissSpans(review, draft, [span], context);
  if (!tag || !dismissal) throw new Error('both change something');
  const steps = [dismissQuery(query, draft.text, 'They are two trams.', context), tag, dismissal];
  const changes = steps.map((step, index) => ({ id: String(index), ...step }));
  expect(describeLostChanges(changes, () => null)).toBe('“They are two trams.”, “Legal”, text set aside');
});
