import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stances, stancesByVerdict } from '#shared/domain/base/evidence.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { getClaimStatus } from '#shared/domain/claims/recheck.ts';
import { isSignature, setVerdict, signVerdicts } from '#shared/domain/claims/set-verdict.ts';
import { type Edit, invertEdits } from '#shared/domain/review/change.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import type { Step } from '#shared/domain/review/step.ts';
import { attachEvidence, editEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { createEvidenceFields, emptySource } from '#tests/libraries/sources.ts';
import { applyOrThrow, createEditContext, openSample, toComparable } from '#tests/unit/shared/reviews.ts';
import { openSampleClaim, replaceWords } from './sample-claims.ts';

test('confirming a verdict updates what was judged, and setting it again changes nothing', () => {
  const { review, draft, claim, span } = openSampleClaim(3);
  const context = createEditContext('n');
  expect(setVerdict(review, draft, claim, 'verified', context)).toBeNull();
  const next = replaceWords(draft, 'cost €412 million', 'cost €421 million');
  const step = setVerdict(review, next, claim, 'verified', context);
  applyOrThrow(review, step?.edits ?? []);
  const confirmed = review.claims.get(claim.id);
  expect(confirmed?.judged?.words).toBe('cost €421 million');
  expect(confirmed && getClaimStatus(review, next, confirmed, span)).toBe('verified');
});

test('the verdict unchecked removes the judgement', () => {
  const { review, draft, claim } = openSampleClaim(3);
  applyOrThrow(review, setVerdict(review, draft, claim, 'unchecked', createEditContext('n'))?.edits ?? []);
  expect(review.claims.get(claim.id)).toMatchObject({ verdict: 'unchecked', judged: null });
});

/** Actions on one claim and its evidence: a verdict, evidence with or without a stance, a stance chosen later, or undo. */
const stanceActions = fc.array(
  fc.oneof(
    fc.record({ verdict: fc.constantFrom(...verdicts) }),
    fc.record({ attach: fc.constantFrom(null, ...stances) }),
    fc.record({ choose: fc.constantFrom(...stances), pick: fc.nat() }),
    fc.constant('undo' as const),
  ),
  { maxLength: 25 },
);

test('a stance that nobody chose is that of the last verdict, a chosen one never moves, and undo takes back both', () => {
  fc.assert(
    fc.property(stanceActions, (actions) => {
      const { review, draft, claim } = openSampleClaim(3);
      const context = createEditContext('n');
      const chosen = new Map([...review.evidence.values()].map(({ id, stance }) => [id, stance]));
      const done: { edits: readonly Edit[]; before: unknown }[] = [];
      const apply = (step: Step | null) => {
        if (!step) return;
        done.push({ edits: step.edits, before: toComparable(review) });
        applyOrThrow(review, step.edits);
      };
      for (const action of actions) {
        const now = review.claims.get(claim.id);
        if (!now) throw new Error('the claim is gone');
        if (action === 'undo') {
          const last = done.pop();
          applyOrThrow(review, invertEdits(last?.edits ?? []));
          if (last) expect(toComparable(review)).toEqual(last.before);
        } else if ('verdict' in action) apply(setVerdict(review, draft, now, action.verdict, context));
        else if ('attach' in action) {
          const fields = { ...createEvidenceFields(), stance: action.attach };
          const input = { fields: { ...emptySource, title: 'Ledger' }, files: [] };
          const step = attachEvidence(review, claim.id, null, input, fields, context);
          apply(step);
          const id = step.edits.find(({ table }) => table === 'evidence')?.id;
          if (action.attach && id !== undefined) chosen.set(id, action.attach);
        } else {
          const all = [...review.evidence.values()].filter(({ stanceChosen }) => !stanceChosen);
          const evidence = all[action.pick % all.length];
          const source = evidence && review.sources.get(evidence.sourceId);
          if (!evidence || !source) continue;
          const fields = { ...createEvidenceFields(), stance: action.choose };
          apply(editEvidence(review, evidence, fields, source, { fields: source, files: [] }, context));
          chosen.set(evidence.id, action.choose);
        }
        for (const { id, claimId, stance, stanceChosen } of review.evidence.values()) {
          const verdict = review.claims.get(claimId)?.verdict ?? 'unchecked';
          expect(stance).toBe(stanceChosen ? chosen.get(id) : stancesByVerdict[verdict]);
        }
      }
    }),
  );
});

test('a name is put on the chosen verdicts that carry none, and nothing else changes', () => {
  const { review } = openSample();
  const [unsigned, signed, other] = [...review.claims.values()].filter(({ judged }) => judged);
  if (!unsigned?.judged || !signed?.judged || !other?.judged) throw new Error('the sample has few verdicts');
  putEntity(review, 'claims', { ...unsigned, judged: { ...unsigned.judged, by: null } });
  putEntity(review, 'claims', { ...signed, judged: { ...signed.judged, by: 'Ben' } });
  putEntity(review, 'claims', { ...other, judged: { ...other.judged, by: null } });
  const step = signVerdicts(review, [unsigned.id, signed.id, 'gone'], 'Ada');
  applyOrThrow(review, step?.edits ?? []);
  expect(review.claims.get(unsigned.id)).toEqual({ ...unsigned, judged: { ...unsigned.judged, by: 'Ada' } });
  expect(review.claims.get(signed.id)?.judged?.by).toBe('Ben');
  expect(review.claims.get(other.id)?.judged?.by).toBeNull();
  expect(signVerdicts(review, [unsigned.id, signed.id], 'Eve')).toBeNull();
  expect(isSignature(step?.edits ?? [])).toBe(true);
});

test('a verdict that is set or confirmed is no signature', () => {
  const { review } = openSample();
  const claim = [...review.claims.values()].find(({ judged }) => judged);
  if (!claim?.judged) throw new Error('the sample has no verdict');
  const confirmed = { ...claim.judged, at: '2027-03-02T10:00:00.000Z' };
  const updates = [
    {
      before: { verdict: 'unchecked', judged: null },
      after: { verdict: claim.verdict, judged: claim.judged },
    },
    { before: { judged: claim.judged }, after: { judged: confirmed } },
    { before: { judged: { ...claim.judged, by: null } }, after: { judged: { ...confirmed, by: 'Ada' } } },
  ];
  for (const update of updates) expect(isSignature([{ table: 'claims', id: claim.id, update }])).toBe(false);
  expect(isSignature([])).toBe(false);
});
