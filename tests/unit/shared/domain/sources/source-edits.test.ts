import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deleteClaim, markClaim } from '#shared/domain/claims/claim-edits.ts';
import { invertEdits } from '#shared/domain/review/change.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { copyReview, reviewFromData } from '#shared/domain/review/review-data.ts';
import {
  attachEvidence,
  attachFiles,
  detachFile,
  listAttachments,
} from '#shared/domain/sources/evidence-edits.ts';
import {
  deleteSource,
  deleteUnusedSources,
  editSource,
  findUnusedSources,
  setSourceStanding,
} from '#shared/domain/sources/source-edits.ts';
import { createEvidenceFields, emptySource } from '#tests/libraries/sources.ts';
import { applyOrThrow, createEditContext, openSample, toComparable } from '#tests/unit/shared/reviews.ts';

const report = { sha256: '1'.repeat(64), name: 'report.pdf', bytes: 12, mime: 'application/pdf' };
const photo = { sha256: '2'.repeat(64), name: 'photo.png', bytes: 34, mime: 'image/png' };

function sample() {
  const { review, draft } = openSample();
  const [source] = review.sources.values();
  const [claimId = ''] = review.claims.keys();
  if (!source) throw new Error('the sample has no source');
  const { id: _, standing: __, ...fields } = source;
  return { review, draft, source, fields, claimId, context: createEditContext('n') };
}

describe('attachments', () => {
  test('evidence with a new source and its files is added in one step', () => {
    const { review, fields, claimId, context } = sample();
    const evidenceFields = { stance: 'refutes', locator: 'p. 3', quote: 'words', note: 'a remark' } as const;
    const step = attachEvidence(
      review,
      claimId,
      null,
      { fields, files: [report, photo] },
      evidenceFields,
      context,
    );
    applyOrThrow(review, step.edits);
    const evidence = [...review.evidence.values()].at(-1);
    expect(evidence).toMatchObject({ claimId, ...evidenceFields });
    expect(listAttachments(review, evidence?.sourceId ?? '').map(({ name }) => name)).toEqual([
      'photo.png',
      'report.pdf',
    ]);
  });

  test('a file is attached to a source once, under any name', () => {
    const { review, source, context } = sample();
    const same = { ...report, name: 'the same.pdf' };
    applyOrThrow(review, attachFiles(review, source.id, [report, same], context)?.edits ?? []);
    expect(listAttachments(review, source.id)).toHaveLength(1);
    expect(attachFiles(review, source.id, [same], context)).toBeNull();
  });

  test('a detached file is restored by undo', () => {
    const { review, source, context } = sample();
    applyOrThrow(review, attachFiles(review, source.id, [report], context)?.edits ?? []);
    const [file] = listAttachments(review, source.id);
    const step = file && detachFile(file);
    applyOrThrow(review, step?.edits ?? []);
    expect(listAttachments(review, source.id)).toEqual([]);
    applyOrThrow(review, invertEdits(step?.edits ?? []));
    expect(listAttachments(review, source.id)).toEqual([file]);
  });
});

describe('sources', () => {
  test('saving a source without a difference makes no step', () => {
    const { review, source, fields, context } = sample();
    expect(editSource(review, source, { fields, files: [] }, context)).toBeNull();
    expect(setSourceStanding(review, source, 'good', null, context)).toBeNull();
    expect(setSourceStanding(review, source, 'wrong', null, context)?.action).toBe('source.standing');
  });

  test('an unreliable source has its reason and day, which undo reverts with the standing', () => {
    const { review, source, context } = sample();
    const later = { ...context, at: '2026-12-01T08:00:00.000Z' };
    const now = () => review.sources.get(source.id);
    const withdrawal = setSourceStanding(review, source, 'withdrawn', 'It was a draft.', context);
    applyOrThrow(review, withdrawal?.edits ?? []);
    const withdrawn = now();
    if (!withdrawn) throw new Error('the source is gone');
    expect(withdrawn).toMatchObject({
      standing: 'withdrawn',
      standingReason: 'It was a draft.',
      standingSince: context.at,
    });
    expect(setSourceStanding(review, withdrawn, 'withdrawn', 'It was a draft.', later)).toBeNull();
    // Another reason keeps the day, and no claim has to be checked again.
    const other = setSourceStanding(review, withdrawn, 'withdrawn', null, later);
    expect(other?.edits).toEqual([
      {
        table: 'sources',
        id: source.id,
        update: { before: { standingReason: 'It was a draft.' }, after: { standingReason: null } },
      },
    ]);
    const good = setSourceStanding(review, withdrawn, 'good', 'ignored', later);
    applyOrThrow(review, good?.edits ?? []);
    expect(now()).toEqual(source);
    applyOrThrow(review, invertEdits(good?.edits ?? []));
    applyOrThrow(review, invertEdits(withdrawal?.edits ?? []));
    expect(now()).toEqual(source);
  });

  test('a source is deleted with its evidence and files, and one undo restores them', () => {
    const { review, source, context } = sample();
    const derived = [...review.sources.values()].at(-1);
    if (!derived) throw new Error('the sample has one source');
    applyOrThrow(review, attachFiles(review, source.id, [report], context)?.edits ?? []);
    const { id: _, standing: __, ...fields } = derived;
    const repeating = { fields: { ...fields, derivedFrom: source.id }, files: [] };
    applyOrThrow(review, editSource(review, derived, repeating, context)?.edits ?? []);
    const before = toComparable(review);

    const step = deleteSource(review, source);
    applyOrThrow(review, step.edits);
    expect(review.sources.has(source.id)).toBe(false);
    expect(review.attachments.size).toBe(0);
    expect(review.sources.get(derived.id)?.derivedFrom).toBeNull();
    expect(getArticle(review).title).not.toBe('');

    applyOrThrow(review, invertEdits(step.edits));
    expect(toComparable(review)).toEqual(before);
  });
});

test('exactly the sources that lost their last evidence are unused, and removing them is one step that can be undone', () => {
  const links = fc.array(fc.record({ claim: fc.nat({ max: 2 }), source: fc.nat({ max: 3 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(links, fc.nat({ max: 2 }), (pairs, deletedIndex) => {
      const opened = openSample();
      const review = reviewFromData(copyReview(opened.review));
      const context = createEditContext('e');
      const claimIds = [0, 1, 2].map((index) => {
        const { step, claimId } = markClaim(
          opened.draft,
          { start: index * 10, end: index * 10 + 5 },
          'unchecked',
          context,
        );
        applyOrThrow(review, step.edits);
        return claimId;
      });
      for (const { claim, source } of pairs) {
        const title = `Source ${source}`;
        const known = [...review.sources.values()].find((one) => one.title === title) ?? null;
        const input = { fields: { ...emptySource, title }, files: [] };
        const step = attachEvidence(
          review,
          claimIds[claim] ?? '',
          known,
          input,
          createEvidenceFields(),
          context,
        );
        if (step) applyOrThrow(review, step.edits);
      }
      const deleted = review.claims.get(claimIds[deletedIndex] ?? '');
      if (!deleted) throw new Error('the claim is not there');
      const hadSources = new Set(
        [...review.evidence.values()]
          .filter(({ claimId }) => claimId === deleted.id)
          .map((one) => one.sourceId),
      );
      const { edits } = deleteClaim(review, deleted);
      applyOrThrow(review, edits);
      const used = new Set(Array.from(review.evidence.values(), ({ sourceId }) => sourceId));
      const unused = findUnusedSources(review, edits);
      expect(new Set(unused.map(({ id }) => id))).toEqual(
        new Set([...hadSources].filter((id) => !used.has(id))),
      );
      if (unused.length === 0) return;
      const before = toComparable(review);
      const step = deleteUnusedSources(review, unused);
      applyOrThrow(review, step.edits);
      expect(unused.some(({ id }) => review.sources.has(id))).toBe(false);
      applyOrThrow(review, invertEdits(step.edits));
      expect(toComparable(review)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});
