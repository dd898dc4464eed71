import { describe, expect, test } from 'vitest';
import { invertEdits } from '../../../../../shared/domain/history/change';
import { articleOf } from '../../../../../shared/domain/review/review';
import {
  attachEvidence,
  attachFiles,
  deleteSource,
  detachFile,
  editSource,
  filesOf,
  setSourceStanding,
} from '../../../../../shared/domain/sources/source-edits';
import { countingFacts, mustApply, openSample, valuesOf } from '../../reviews';

const report = { sha256: '1'.repeat(64), name: 'report.pdf', bytes: 12, mime: 'application/pdf' };
const photo = { sha256: '2'.repeat(64), name: 'photo.png', bytes: 34, mime: 'image/png' };

function sample() {
  const { review, draft } = openSample();
  const [source] = review.sources.values();
  const [claimId = ''] = review.claims.keys();
  if (!source) throw new Error('the sample has no source');
  const { id: _, standing: __, ...fields } = source;
  return { review, draft, source, fields, claimId, facts: countingFacts('n') };
}

describe('files', () => {
  test('come with a new source, its evidence and its fields in one step', () => {
    const { review, fields, claimId, facts } = sample();
    const tie = { stance: 'refutes', locator: 'p. 3', quote: 'words', note: 'a remark' } as const;
    const step = attachEvidence(review, claimId, null, { fields, files: [report, photo] }, tie, facts);
    mustApply(review, step.edits);
    const evidence = [...review.evidence.values()].at(-1);
    expect(evidence).toMatchObject({ claimId, ...tie });
    expect(filesOf(review, evidence?.sourceId ?? '').map(({ name }) => name)).toEqual([
      'photo.png',
      'report.pdf',
    ]);
  });

  test('are tied to a source once, whatever they are called', () => {
    const { review, source, facts } = sample();
    const same = { ...report, name: 'the same.pdf' };
    mustApply(review, attachFiles(review, source.id, [report, same], facts)?.edits ?? []);
    expect(filesOf(review, source.id)).toHaveLength(1);
    expect(attachFiles(review, source.id, [same], facts)).toBeNull();
  });

  test('can be taken off, and put back by undo', () => {
    const { review, source, facts } = sample();
    mustApply(review, attachFiles(review, source.id, [report], facts)?.edits ?? []);
    const [file] = filesOf(review, source.id);
    const step = file && detachFile(file);
    mustApply(review, step?.edits ?? []);
    expect(filesOf(review, source.id)).toEqual([]);
    mustApply(review, invertEdits(step?.edits ?? []));
    expect(filesOf(review, source.id)).toEqual([file]);
  });
});

describe('a source', () => {
  test('that is saved as it was is no step', () => {
    const { review, source, fields, facts } = sample();
    expect(editSource(review, source, { fields, files: [] }, facts)).toBeNull();
    expect(setSourceStanding(review, source, 'good', null, facts)).toBeNull();
    expect(setSourceStanding(review, source, 'wrong', null, facts)?.action).toBe('source.standing');
  });

  test('that falls keeps the reason and the day, which one undo takes back with the standing', () => {
    const { review, source, facts } = sample();
    const later = { ...facts, at: '2026-12-01T08:00:00.000Z' };
    const now = () => review.sources.get(source.id);
    const fell = setSourceStanding(review, source, 'withdrawn', 'It was a draft.', facts);
    mustApply(review, fell?.edits ?? []);
    const withdrawn = now();
    if (!withdrawn) throw new Error('the source is gone');
    expect(withdrawn).toMatchObject({
      ...{ standing: 'withdrawn', standingReason: 'It was a draft.', standingSince: facts.at },
    });
    expect(setSourceStanding(review, withdrawn, 'withdrawn', 'It was a draft.', later)).toBeNull();
    // Another reason is no other fall: the day stays, and nobody has to look again.
    const other = setSourceStanding(review, withdrawn, 'withdrawn', null, later);
    expect(other?.edits).toEqual([
      {
        ...{ table: 'sources', id: source.id },
        update: { before: { standingReason: 'It was a draft.' }, after: { standingReason: null } },
      },
    ]);
    const good = setSourceStanding(review, withdrawn, 'good', 'ignored', later);
    mustApply(review, good?.edits ?? []);
    expect(now()).toEqual(source);
    mustApply(review, invertEdits(good?.edits ?? []));
    mustApply(review, invertEdits(fell?.edits ?? []));
    expect(now()).toEqual(source);
  });

  test('is deleted with all that hangs on it, and one undo brings it back', () => {
    const { review, source, facts } = sample();
    const derived = [...review.sources.values()].at(-1);
    if (!derived) throw new Error('the sample has one source');
    mustApply(review, attachFiles(review, source.id, [report], facts)?.edits ?? []);
    const { id: _, standing: __, ...fields } = derived;
    const repeating = { fields: { ...fields, derivedFrom: source.id }, files: [] };
    mustApply(review, editSource(review, derived, repeating, facts)?.edits ?? []);
    const before = valuesOf(review);

    const step = deleteSource(review, source);
    mustApply(review, step.edits);
    expect(review.sources.has(source.id)).toBe(false);
    expect(review.attachments.size).toBe(0);
    expect(review.sources.get(derived.id)?.derivedFrom).toBeNull();
    expect(articleOf(review).title).not.toBe('');

    mustApply(review, invertEdits(step.edits));
    expect(valuesOf(review)).toEqual(before);
  });
});
