import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markClaim } from '../../../../../shared/domain/claims/claim-edits';
import { getClaimStatus } from '../../../../../shared/domain/claims/recheck';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import type { Draft } from '../../../../../shared/domain/draft/draft';
import { stancesByVerdict } from '../../../../../shared/domain/evidence';
import { listPlacedClaims } from '../../../../../shared/domain/review/placed-claims';
import {
  createEmptyReview,
  getArticle,
  putEntity,
  type Review,
} from '../../../../../shared/domain/review/review';
import { copyReview } from '../../../../../shared/domain/review/review-copy';
import { listTags, listTagsOfClaim } from '../../../../../shared/domain/tags/tag-edits';
import { judgedVerdicts } from '../../../../../shared/domain/verdict';
import { createAnnotationStep } from '../../../../../shared/drafts/annotations/create-annotation-step';
import { planAnnotationImport } from '../../../../../shared/drafts/annotations/plan-annotation-import';
import { openArticle } from '../../../../../shared/drafts/open-article';
import { proposeEvidence } from '../../../../../shared/import/annotations/propose-evidence';
import type { AnnotationSet } from '../../../../../shared/import/web-annotation/imported-annotations';
import { readAnnotations } from '../../../../../shared/import/web-annotation/read-annotations';
import { makeReport } from '../../../../../shared/reports/make-report';
import { cleanSelection } from '../../../../../shared/text/clean-selection';
import { createNotesProposal } from '../../import/notes-proposal';
import { createReportJob, makeReportAs } from '../../reports/confidential/confidential-review';
import { applyOrThrow, createEditContext, openSample } from '../../reviews';
import { createProposal } from '../checked-articles';

function exportSet(opened: { review: Review; draft: Draft }): AnnotationSet {
  const read = readAnnotations('a.jsonld', makeReportAs(opened, 'webAnnotation').content, (html) => html);
  if (!read.ok) throw new Error(read.message);
  expect(read.set).toMatchObject({ refused: [], notTaken: [] });
  return read.set;
}

/** Opens a text of these paragraphs as an article without claims. */
function openText(...paragraphs: string[]) {
  const proposal = createProposal(...paragraphs);
  const { draft, change } = openArticle(proposal, 'a', 'a'.repeat(64), createEditContext('o'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return { review, draft };
}

/** The same text as an article that nobody has checked. */
function openUnchecked({ review, draft }: { review: Review; draft: Draft }) {
  const copy = createEmptyReview();
  putEntity(copy, 'article', { ...getArticle(review), id: 'other', link: null });
  for (const row of review.drafts.values()) putEntity(copy, 'drafts', row);
  return { review: copy, draft };
}

function importSet(
  { review, draft }: { review: Review; draft: Draft },
  set: AnnotationSet,
  takesVerdicts = true,
) {
  const plan = planAnnotationImport(review, draft, set);
  const options = { sources: set.sources, takesVerdicts };
  const step = createAnnotationStep(review, draft, plan.claims, options, createEditContext('i', 'Bo'));
  if (step) applyOrThrow(review, step.edits);
  return { plan, step };
}

/** Everything about claims that an export says, by the places of the claims. */
function describeClaims({ review, draft }: { review: Review; draft: Draft }) {
  return listPlacedClaims(review, draft.id).map(({ claim, span }) => {
    const { id, verdict, judged, note, correction, claimant, kind } = claim;
    const tags = listTagsOfClaim(review, claim).map(({ name, color }) => `${name} ${color}`);
    const evidence = [...review.evidence.values()]
      .filter(({ claimId }) => claimId === id)
      .flatMap(({ sourceId, id: _, claimId: __, ...fields }) => {
        const source = review.sources.get(sourceId);
        if (!source || source.confidential) return [];
        const { id: ___, contact: ____, derivedFrom, ...known } = source;
        const origin = derivedFrom === null ? null : (review.sources.get(derivedFrom)?.title ?? null);
        return [
          JSON.stringify(
            { ...fields, ...known, origin },
            Object.keys({ ...fields, ...known, origin }).sort(),
          ),
        ];
      })
      .sort();
    const { despite: _, ...judgement } = judged ?? {};
    const status = getClaimStatus(review, draft, claim, span);
    return { id, span, verdict, status, judgement, note, correction, claimant, kind, tags, evidence };
  });
}

describe('Our own export comes back', () => {
  test('into the same article, nothing is added twice', () => {
    const opened = openSample();
    const { plan, step } = importSet(opened, exportSet(opened));
    expect(step).toBeNull();
    expect(plan).toMatchObject({ claims: [], unplaced: [], otherSources: [] });
    expect(plan.knownCount).toBe(opened.review.claims.size);
  });

  test('into the same text in another article, without loss, and once', () => {
    const opened = openSample();
    const other = openUnchecked(opened);
    const set = exportSet(opened);
    const { plan } = importSet(other, set);
    expect(plan.unplaced).toEqual([]);
    expect(plan.claims.every(({ isExact }) => isExact)).toBe(true);
    expect(describeClaims(other)).toEqual(describeClaims(opened));
    expect(importSet(other, set).step).toBeNull();
    expect(exportSet(other).annotations).toEqual(
      set.annotations.map((one) => ({ ...one, targets: expect.anything(), own: expect.anything() })),
    );
  });

  test('with the stances that nobody chose, which follow the verdicts that are taken over', () => {
    const opened = openSample();
    for (const one of [...opened.review.evidence.values()].slice(0, 4)) {
      const verdict = opened.review.claims.get(one.claimId)?.verdict ?? 'unchecked';
      const stance = stancesByVerdict[verdict];
      putEntity(opened.review, 'evidence', { ...one, stance, stanceChosen: false });
    }
    const set = exportSet(opened);
    const other = openUnchecked(opened);
    importSet(other, set);
    expect(describeClaims(other)).toEqual(describeClaims(opened));
    const unjudged = openUnchecked(opened);
    importSet(unjudged, set, false);
    const following = [...unjudged.review.evidence.values()].filter(({ stanceChosen }) => !stanceChosen);
    expect(following.length).toBeGreaterThan(0);
    expect(following.filter(({ stance }) => stance !== 'context')).toEqual([]);
  });

  test('with its tags, which are those of the article where it has some of the same names', () => {
    const opened = openSample();
    const [first, second] = opened.review.claims.values();
    putEntity(opened.review, 'tags', { id: 't1', name: 'Legal', color: 'red' });
    putEntity(opened.review, 'tags', { id: 't2', name: 'Ask again', color: 'teal' });
    if (first) putEntity(opened.review, 'claims', { ...first, tagIds: ['t2', 't1'] });
    if (second) putEntity(opened.review, 'claims', { ...second, tagIds: ['t1'] });
    const set = exportSet(opened);
    const other = openUnchecked(opened);
    importSet(other, set);
    expect(describeClaims(other)).toEqual(describeClaims(opened));
    expect(other.review.tags.size).toBe(2);
    const third = openUnchecked(opened);
    putEntity(third.review, 'tags', { id: 'own', name: 'legal', color: 'grey' });
    importSet(third, set);
    expect(listTags(third.review).map(({ name, color }) => `${name} ${color}`)).toEqual([
      'Ask again teal',
      'legal grey',
    ]);
    expect(third.review.claims.get(second?.id ?? '')?.tagIds).toEqual(['own']);
  });

  test('with its verdicts, beside notes whose words the file leaves out', () => {
    const { proposal } = createNotesProposal();
    const read = proposeEvidence(proposal, { authors: [], areNotesSources: true });
    const { draft, change } = openArticle(read, 'a', 'a'.repeat(64), createEditContext('s'));
    const review = createEmptyReview();
    applyOrThrow(review, change.edits);
    for (const { claim } of listPlacedClaims(review, draft.id)) {
      const step = setVerdict(review, draft, claim, 'disputed', createEditContext('v', 'Cy'));
      applyOrThrow(review, step?.edits ?? []);
    }
    const other = openUnchecked({ review, draft });
    const { plan } = importSet(other, exportSet({ review, draft }));
    expect(plan.claims.length).toBeGreaterThan(0);
    expect(plan.claims.every(({ isExact }) => isExact)).toBe(true);
    for (const { judged } of other.review.claims.values())
      expect(judged).toMatchObject({ verdict: 'disputed', by: 'Cy' });
  });

  test('with its verdicts into a draft whose text differs only outside of the sentences', () => {
    const opened = openText('Harbour news', 'It carried 12 cars.', 'The end.');
    const start = opened.draft.text.indexOf('12 cars');
    const fields = { note: null, correction: null, claimant: null, kind: null };
    const span = { start, end: start + '12 cars'.length };
    const { step } = markClaim(opened.draft, span, 'verified', createEditContext('c'), fields);
    applyOrThrow(opened.review, step.edits);
    const set = exportSet(opened);
    const other = openText('It carried 12 cars.', 'Further news.');
    expect(importSet(other, set).plan.claims).toMatchObject([{ isExact: true }]);
    expect(describeClaims(other)).toMatchObject([{ verdict: 'verified', status: 'verified' }]);
    const longer = openText('It is not true that it carried 12 cars.');
    expect(importSet(longer, set).plan.claims).toMatchObject([{ isExact: false }]);
    expect(describeClaims(longer)).toMatchObject([{ verdict: 'unchecked' }]);
  });

  test('without the verdicts, when the reviewer does not want them', () => {
    const opened = openSample();
    const other = openUnchecked(opened);
    importSet(other, exportSet(opened), false);
    expect(describeClaims(other).map(({ verdict }) => verdict)).toEqual(
      describeClaims(opened).map(() => 'unchecked'),
    );
    expect(describeClaims(other).map(({ note }) => note)).toEqual(
      describeClaims(opened).map(({ note }) => note),
    );
  });

  test('of a file for lawyers, with confidential sources, which stay confidential', () => {
    const opened = openSample();
    const job = createReportJob(opened, 'webAnnotation');
    const choices = { ...job.choices, options: { ...job.choices.options, reader: 'legal' as const } };
    const read = readAnnotations('a.jsonld', makeReport({ ...job, choices }).content, (html) => html);
    if (!read.ok) throw new Error(read.message);
    const other = openUnchecked(opened);
    importSet(other, read.set);
    const listHidden = ({ review }: { review: Review }) =>
      [...review.sources.values()]
        .filter(({ confidential }) => confidential)
        .map(({ title, contact }) => [title, contact]);
    expect(listHidden(other)).toEqual(listHidden(opened));
    expect(listHidden(other)).not.toEqual([]);
  });

  test('a verdict is not taken over onto a sentence that changed', () => {
    const opened = openSample();
    const set = exportSet(opened);
    const [first] = listPlacedClaims(opened.review, opened.draft.id);
    if (!first) throw new Error('the sample has claims');
    const { text } = opened.draft;
    const changed = `${text.slice(0, first.span.end)} not${text.slice(first.span.end)}`;
    const draft = { ...opened.draft, text: changed };
    const { plan } = importSet({ ...openUnchecked(opened), draft }, set);
    expect(plan.claims.find(({ annotation: { own } }) => own?.claimId === first.claim.id)?.isExact).toBe(
      false,
    );
  });
});

const words = fc.constantFrom(
  'A',
  'b',
  '😀',
  '𝒳yz',
  'שלום',
  'مرحبا',
  'é',
  'e\u0301',
  'a',
  'a',
  '漢字',
  ' ',
  '.',
  '!',
  '\ud83d',
);
const paragraph = fc.array(words, { minLength: 3, maxLength: 30 }).map((parts) => parts.join(' ').trim());
const articles = fc.array(
  paragraph.filter((text) => /[A-Za-z]/.test(text)),
  { minLength: 1, maxLength: 4 },
);
const marks = fc.array(
  fc.record({
    from: fc.nat(),
    length: fc.nat({ max: 60 }),
    verdict: fc.constantFrom('unchecked' as const, ...judgedVerdicts),
    note: fc.option(paragraph),
  }),
  { minLength: 1, maxLength: 8 },
);

test('Any claims, also overlapping ones, in any script, come back on the same words', () => {
  fc.assert(
    fc.property(articles, marks, (paragraphs, wishes) => {
      const { review, draft } = openText(...paragraphs);
      const context = createEditContext('c');
      for (const { from, length, verdict, note } of wishes) {
        const start = from % draft.text.length;
        const span = cleanSelection(draft.text, start, start + 1 + length);
        if (!span) continue;
        const fields = { note: note?.trim() || null, correction: null, claimant: null, kind: null };
        applyOrThrow(review, markClaim(draft, span, verdict, context, fields).step.edits);
      }
      const set = exportSet({ review, draft });
      expect(importSet({ review, draft }, set).step).toBeNull();
      const other = openUnchecked({ review, draft });
      const { plan } = importSet(other, set);
      expect(plan.unplaced).toEqual([]);
      const isOwn = ({ id }: { id: string }) =>
        plan.claims.some(({ annotation }) => annotation.own?.claimId === id);
      const toComparable = (from: { review: Review; draft: Draft }) =>
        describeClaims(from)
          .filter(isOwn)
          .map(({ span, verdict, note }) => ({
            span,
            verdict,
            note: note?.replace(/\p{Surrogate}/gu, '\ufffd') ?? null,
          }));
      expect(toComparable(other)).toEqual(toComparable({ review, draft }));
      expect(copyReview(other.review).claims).toHaveLength(review.claims.size);
    }),
    { numRuns: 150 },
  );
});
