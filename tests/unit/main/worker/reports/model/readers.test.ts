import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { dismissSpans } from '#shared/coverage/dismissal-edits.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { putEntity, type Review, removeEntity } from '#shared/domain/review/review.ts';
import type { ReportOptions } from '#shared/domain/settings/report-options.ts';
import { overlaps } from '#shared/text/span.ts';
import {
  confidentialFields,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import { options, reportContext } from '../hostile-review.ts';

const context = { ...reportContext, by: 'Ann Brook' };

const buildFor = (reader: ReportOptions['reader'], review: Review, draft: Draft, reviewers = false) =>
  buildReport(review, draft, { ...options, reader, reviewers }, context);

/** Deletes the confidential sources and everything that refers to them. */
function removeConfidential(review: Review): void {
  const isConfidential = (id: string) => review.sources.get(id)?.confidential === true;
  for (const { id, sourceId } of [...review.evidence.values()])
    if (isConfidential(sourceId)) removeEntity(review, 'evidence', id);
  for (const { id, sourceId } of [...review.attachments.values()])
    if (isConfidential(sourceId)) removeEntity(review, 'attachments', id);
  for (const { id } of [...review.sources.values()])
    if (isConfidential(id)) removeEntity(review, 'sources', id);
}

/** Deletes all notes, and the reasons why sources are unreliable. */
function removeNotes(review: Review): void {
  for (const claim of [...review.claims.values()]) putEntity(review, 'claims', { ...claim, note: null });
  for (const one of [...review.evidence.values()]) putEntity(review, 'evidence', { ...one, note: null });
  for (const source of [...review.sources.values()])
    putEntity(review, 'sources', { ...source, standingReason: null });
}

describe('What was read of the draft', () => {
  const { review, draft } = openSample();
  const sentences = listSentences(draft, draft.blocks);
  const [first] = sentences;
  const claims = listPlacedClaims(review, draft.id);
  const untouched = sentences.filter(
    (sentence) => sentence !== first && !claims.some(({ span }) => overlaps(span, sentence)),
  );
  const dismiss = dismissSpans(review, draft, first ? [first] : [], createEditContext('d'));
  applyOrThrow(review, dismiss?.edits ?? []);

  test('It is no part of a report for the public', () => {
    expect(buildFor('public', review, draft).coverage).toBeNull();
  });

  test('Editors and lawyers learn which sentences were not looked at, and where these are', () => {
    for (const reader of ['editor', 'legal'] as const) {
      const { coverage } = buildFor(reader, review, draft);
      const listed = coverage?.notLookedAt.flatMap(({ sentences: inParagraph }) => inParagraph) ?? [];
      expect(coverage?.counts).toMatchObject({ setAside: 1, notLookedAt: listed.length });
      for (const { words, span } of listed) expect(words).toBe(draft.text.slice(span.start, span.end));
      expect(listed.map(({ span }) => span)).toEqual(untouched);
    }
  });

  test('Spotted spans do not count while spotting is off', () => {
    const count = (isSpotting: boolean) =>
      buildReport(review, draft, { ...options, reader: 'editor' }, { ...context, isSpotting }).coverage
        ?.counts.lookedAt ?? 0;
    expect(count(false)).toBeGreaterThan(count(true));
  });
});

describe('The report for the public', () => {
  test('It is that of the same review without confidential sources and notes', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (answers) => {
        const next = () => answers.next().value === true;
        const { review, draft } = openSample();
        for (const source of [...review.sources.values()]) {
          const derivedFrom = next()
            ? ([...review.sources.keys()].find((id) => id !== source.id) ?? null)
            : null;
          putEntity(review, 'sources', { ...source, confidential: next(), derivedFrom });
        }
        const report = buildFor('public', review, draft);
        removeConfidential(review);
        removeNotes(review);
        expect(report).toEqual(buildFor('public', review, draft));
      }),
      { numRuns: 30 },
    );
  });

  test('It has no confidential field, also where that source was found wrong', () => {
    const { review, draft } = openWithConfidential();
    const text = JSON.stringify(buildFor('public', review, draft));
    for (const field of Object.values(confidentialFields))
      expect(text).not.toContain(JSON.stringify(field).slice(1, -1));
    expect(text).not.toContain('"confidential":true');
    // The claims that rest on it are open again, but nobody learns why.
    const report = buildFor('public', review, draft);
    expect(
      report.claims.filter(({ status }) => status === 'recheck').map(({ recheck }) => recheck),
    ).toContainEqual([]);
  });

  test('It names reviewers only when that was chosen', () => {
    const { review, draft } = openSample();
    for (const claim of [...review.claims.values()])
      if (claim.judged)
        putEntity(review, 'claims', { ...claim, judged: { ...claim.judged, by: 'Wanda Reviewer' } });
    const hidden = buildFor('public', review, draft);
    expect(JSON.stringify(hidden)).not.toMatch(/Wanda Reviewer|Ann Brook/);
    expect(buildFor('public', review, draft, true).checkedBy).toEqual(['Wanda Reviewer']);
    expect(buildFor('editor', review, draft).checkedBy).toEqual(['Wanda Reviewer']);
  });
});

describe('The report for lawyers', () => {
  test('It has every field of confidential sources, and every note, whatever was chosen', () => {
    const { review, draft } = openWithConfidential();
    const report = buildReport(review, draft, { ...options, notes: false, reader: 'legal' }, context);
    const text = JSON.stringify(report);
    for (const field of Object.values(confidentialFields))
      expect(text).toContain(JSON.stringify(field).slice(1, -1));
    expect(report.sources.filter((source) => !source.confidential && source.isForLawyersOnly)).toHaveLength(
      1,
    );
  });

  test('It names the risks that the reviewer accepted, which no other does', () => {
    const { review, draft } = openSample();
    const claim = [...review.claims.values()].find(({ judged }) => judged);
    const [source] = review.sources.values();
    if (!claim?.judged || !source) throw new Error('the sample has no judged claim');
    putEntity(review, 'claims', { ...claim, judged: { ...claim.judged, despite: [source.id] } });
    const risks = (reader: ReportOptions['reader']) =>
      buildFor(reader, review, draft).claims.flatMap(({ acceptedRisks }) => acceptedRisks);
    expect(risks('legal')).toEqual([{ title: source.title, number: expect.any(Number) }]);
    expect([...risks('public'), ...risks('editor')]).toEqual([]);
  });
});
