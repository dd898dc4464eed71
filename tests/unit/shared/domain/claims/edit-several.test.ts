import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attachToSeveral,
  deleteSeveral,
  editSeveral,
  setVerdictOfSeveral,
} from '../../../../../shared/domain/claims/edit-several';
import { stancesByVerdict } from '../../../../../shared/domain/evidence';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { makeCreateEdit } from '../../../../../shared/domain/history/make-edits';
import { findReferrers } from '../../../../../shared/domain/review/review';
import { findEvidence } from '../../../../../shared/domain/sources/evidence-edits';
import { verdicts } from '../../../../../shared/domain/verdict';
import { applyOrThrow, createEditContext, openSample, toComparable } from '../../reviews';
import { createTestSource } from '../../sources';

const chosen = fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 8 });

describe('one step for several claims', () => {
  it('changes these claims and no other, and undoing it restores everything', () => {
    fc.assert(
      fc.property(
        chosen,
        fc.constantFrom('verdict', 'kind', 'attach', 'delete'),
        fc.nat(),
        (picks, what, pick) => {
          const { review, draft } = openSample();
          const context = createEditContext('c');
          const all = [...review.claims.values()];
          const claims = picks.flatMap((index) => all[index] ?? []);
          const [source] = review.sources.values();
          const verdict = verdicts[pick % verdicts.length] ?? 'unchecked';
          const step =
            what === 'verdict'
              ? setVerdictOfSeveral(review, draft, claims, verdict, context)
              : what === 'kind'
                ? editSeveral(claims, { kind: 'figure' })
                : what === 'attach'
                  ? attachToSeveral(review, claims, source?.id ?? '', 'supports', context)
                  : deleteSeveral(review, claims);
          const before = toComparable(review);
          const others = all.filter((claim) => !claims.includes(claim));
          const evidenceOf = (id: string) =>
            findReferrers(review, `claims/${id}`, 'evidence').map((one) => one.id);
          const evidenceBefore = others.map(({ id }) => evidenceOf(id));
          applyOrThrow(review, step?.edits ?? []);
          for (const claim of others) expect(review.claims.get(claim.id)).toBe(claim);
          expect(others.map(({ id }) => evidenceOf(id))).toEqual(evidenceBefore);
          for (const { id } of claims) {
            const now = review.claims.get(id);
            if (what === 'verdict') expect(now?.verdict).toBe(verdict);
            if (what === 'kind') expect(now?.kind).toBe('figure');
            if (what === 'attach') expect(findEvidence(review, id, source?.id ?? '')).toBeDefined();
            if (what === 'delete') expect(now).toBeUndefined();
          }
          applyOrThrow(review, invertEdits(step?.edits ?? []));
          expect(toComparable(review)).toEqual(before);
        },
      ),
    );
  });

  it('a verdict is stored with the words and the sentence of each claim', () => {
    const { review, draft } = openSample();
    const claims = [...review.claims.values()].slice(0, 3);
    applyOrThrow(
      review,
      setVerdictOfSeveral(review, draft, claims, 'disputed', createEditContext('c'))?.edits ?? [],
    );
    for (const { id } of claims) {
      const [placement] = findReferrers(review, `claims/${id}`, 'placements');
      const words = draft.text.slice(placement?.span?.start, placement?.span?.end);
      expect(review.claims.get(id)?.judged?.words).toBe(words);
    }
  });

  it('without a stance, that of each follows the verdict of its claim, and the next one of all', () => {
    const { review, draft } = openSample();
    const context = createEditContext('c');
    applyOrThrow(review, [makeCreateEdit('sources', createTestSource('new'))]);
    const step = attachToSeveral(review, [...review.claims.values()], 'new', null, context);
    applyOrThrow(review, step?.edits ?? []);
    const listStances = () =>
      [...review.claims.keys()].map((id) => findEvidence(review, id, 'new')?.stance ?? 'none');
    const verdictsBefore = [...review.claims.values()].map(({ verdict }) => verdict);
    expect(listStances()).toEqual(verdictsBefore.map((verdict) => stancesByVerdict[verdict]));
    const judged = setVerdictOfSeveral(review, draft, [...review.claims.values()], 'disputed', context);
    applyOrThrow(review, judged?.edits ?? []);
    expect(new Set(listStances())).toEqual(new Set(['refutes']));
  });

  it('attaching a source again leaves the claims that have it as they are', () => {
    const { review } = openSample();
    const context = createEditContext('c');
    const claims = [...review.claims.values()];
    const [source] = review.sources.values();
    const id = source?.id ?? '';
    applyOrThrow(review, attachToSeveral(review, claims, id, 'context', context)?.edits ?? []);
    expect(attachToSeveral(review, claims, id, 'supports', context)).toBeNull();
  });
});
