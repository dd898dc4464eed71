import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProposedEvidence } from '#shared/domain/base/evidence.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { deleteClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { findReferrers, putEntity, type Review } from '#shared/domain/review/review.ts';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import {
  acceptProposedEvidence,
  declineProposedEvidence,
  listUnseenEvidence,
  reopenProposedEvidence,
} from '#shared/domain/sources/proposed-evidence-edits.ts';
import { applyOrThrow, createEditContext, openSample, toComparable } from '#tests/unit/shared/reviews.ts';
import { createProposedEvidence } from '../base/proposed-evidence.ts';

/** The sample with proposed evidence for its first claim. */
function openWith(...proposed: ((claimId: string) => ProposedEvidence)[]) {
  const { review, draft } = openSample();
  const claimId = [...review.claims.keys()][0] ?? '';
  const rows = proposed.map((create) => create(claimId));
  applyOrThrow(
    review,
    rows.map((row) => makeCreateEdit('proposedEvidence', row)),
  );
  return { review, draft, claimId, rows };
}

const link = 'https://a.example/report';
const proposeLink =
  (more: Partial<ProposedEvidence> = {}, id = 'p1') =>
  (claimId: string) =>
    createProposedEvidence(id, claimId, { url: link }, { locator: 'p. 3', quote: 'as it says', ...more });

function accept(review: Review, id: string) {
  const row = review.proposedEvidence.get(id);
  const accepted = row && acceptProposedEvidence(review, row, createEditContext(`${id}n`));
  if (!accepted) throw new Error('it can’t be accepted');
  applyOrThrow(review, accepted.edits);
  return accepted.edits.find(({ table }) => table === 'evidence')?.id ?? '';
}

describe('accepting', () => {
  test('makes a source and evidence of it in one step, and marks it as accepted', () => {
    const { review, claimId } = openWith(proposeLink());
    const evidence = review.evidence.get(accept(review, 'p1'));
    expect(evidence).toMatchObject({ claimId, stance: 'supports', locator: 'p. 3', quote: 'as it says' });
    expect(review.sources.get(evidence?.sourceId ?? '')).toMatchObject({
      url: link,
      title: 'a.example/report',
    });
    expect(review.proposedEvidence.get('p1')).toMatchObject({ state: 'accepted', decidedBy: 'Ada' });
    expect(listUnseenEvidence(review, claimId)).toEqual([]);
  });

  test('lets the stance follow the verdict of the claim, and never moves one that was chosen', () => {
    const { review, draft, claimId } = openWith(
      proposeLink(),
      proposeLink({ locator: 'p. 9', index: 1 }, 'p2'),
    );
    const judge = (verdict: Verdict) => {
      const claim = review.claims.get(claimId);
      const step = claim && setVerdict(review, draft, claim, verdict, createEditContext(verdict));
      applyOrThrow(review, step?.edits ?? []);
    };
    judge('disputed');
    const id = accept(review, 'p1');
    expect(review.evidence.get(id)).toMatchObject({ stance: 'refutes', stanceChosen: false });
    const evidence = review.evidence.get(id);
    if (evidence) putEntity(review, 'evidence', { ...evidence, stance: 'context', stanceChosen: true });
    expect(accept(review, 'p2')).toBe(id);
    judge('verified');
    expect(review.evidence.get(id)).toMatchObject({ stance: 'context', stanceChosen: true });
  });

  test('uses the source that has the address already, and merges with the evidence from it', () => {
    const { review } = openWith(proposeLink(), proposeLink({ locator: 'p. 9', quote: null, index: 1 }, 'p2'));
    const evidenceId = accept(review, 'p1');
    const sources = review.sources.size;
    expect(accept(review, 'p2')).toBe(evidenceId);
    expect(review.sources.size).toBe(sources);
    expect(review.evidence.get(evidenceId)).toMatchObject({ locator: 'p. 3; p. 9', quote: 'as it says' });
  });

  test('does not make a confidential person public by a source with the same name', () => {
    const person = { kind: 'person', title: 'Zelda Quornby' } as const;
    const { review } = openWith(
      (claimId) => createProposedEvidence('p1', claimId, person),
      (claimId) =>
        createProposedEvidence('p2', claimId, { ...person, contact: '020 7946 0958', confidential: true }),
    );
    const [known, added] = [accept(review, 'p1'), accept(review, 'p2')].map((id) =>
      review.sources.get(review.evidence.get(id)?.sourceId ?? ''),
    );
    expect(known).toMatchObject({ confidential: false, contact: null });
    expect(added).toMatchObject({ confidential: true, contact: '020 7946 0958' });
  });

  test('keeps two persons apart who have the same name and other telephones', () => {
    const person = (id: string, contact: string) => (claimId: string) =>
      createProposedEvidence(id, claimId, { kind: 'person', title: 'Jane Doe', contact, confidential: true });
    const { review } = openWith(person('p1', '020 7946 0958'), person('p2', '020 7946 0959'));
    const ids = [accept(review, 'p1'), accept(review, 'p2')].map((id) => review.evidence.get(id)?.sourceId);
    expect(new Set(ids).size).toBe(2);
    expect(ids.map((id) => review.sources.get(id ?? '')?.confidential)).toEqual([true, true]);
  });

  test('is not possible where the annotation names no source', () => {
    const { review, rows } = openWith((claimId) => createProposedEvidence('p1', claimId, null));
    const [row] = rows;
    expect(row && acceptProposedEvidence(review, row, createEditContext('n'))).toBeNull();
  });
});

test('declining keeps it with the reason, and it can be looked at again', () => {
  const { review, rows, claimId } = openWith(proposeLink());
  const [row] = rows;
  if (!row) throw new Error('there is none');
  applyOrThrow(review, declineProposedEvidence(row, 'A blog.', createEditContext('n'))?.edits ?? []);
  const declined = review.proposedEvidence.get('p1');
  expect(declined).toMatchObject({ state: 'declined', reason: 'A blog.', decidedBy: 'Ada' });
  expect(review.sources.size).toBe(openSample().review.sources.size);
  if (declined) applyOrThrow(review, reopenProposedEvidence(declined)?.edits ?? []);
  expect(listUnseenEvidence(review, claimId)).toEqual([row]);
});

test('proposed evidence is deleted with its claim', () => {
  const { review, claimId } = openWith(proposeLink());
  const claim = review.claims.get(claimId);
  if (claim) applyOrThrow(review, deleteClaim(review, claim).edits);
  expect(review.proposedEvidence.size).toBe(0);
});

test('undo of any decisions brings everything back, and redo makes them again', () => {
  const decisions = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom('accept', 'decline', 'reopen')), {
    maxLength: 8,
  });
  const law = fc.property(decisions, (list) => {
    const { review } = openWith(
      proposeLink(),
      proposeLink({ locator: null }, 'p2'),
      (claimId) => createProposedEvidence('p3', claimId, { kind: 'document', title: 'report.pdf' }),
      (claimId) => createProposedEvidence('p4', claimId, null, { locator: 'p. 12' }),
    );
    const context = createEditContext('n');
    const before = toComparable(review);
    const made = list.flatMap(([pick, what]) => {
      const row = review.proposedEvidence.get(`p${pick + 1}`);
      if (!row) return [];
      const step =
        what === 'accept'
          ? acceptProposedEvidence(review, row, context)
          : what === 'decline'
            ? declineProposedEvidence(row, 'No.', context)
            : reopenProposedEvidence(row);
      if (!step) return [];
      applyOrThrow(review, step.edits);
      return [step.edits];
    });
    const after = toComparable(review);
    for (const edits of made.toReversed()) applyOrThrow(review, invertEdits(edits));
    expect(toComparable(review)).toEqual(before);
    for (const edits of made) applyOrThrow(review, edits);
    expect(toComparable(review)).toEqual(after);
  });
  fc.assert(law);
});

test('no proposed evidence is among the evidence of its claim before it is accepted', () => {
  const { review, claimId } = openWith(proposeLink());
  const count = () => findReferrers(review, `claims/${claimId}`, 'evidence').length;
  const before = count();
  accept(review, 'p1');
  expect(count()).toBe(before + 1);
});
