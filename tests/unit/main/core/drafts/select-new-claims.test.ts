import { describe, expect, test } from 'vitest';
import { createNextDraft, planNextDraft } from '#main/core/drafts/create-next-draft.ts';
import { listImportedAnnotations, selectNewClaims } from '#main/core/drafts/select-new-claims.ts';
import { carryReview } from '#main/worker/drafts/carry-review.ts';
import { type Change, invertChange } from '#shared/domain/review/change.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { declineProposedEvidence } from '#shared/domain/sources/proposed-evidence-edits.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { proposeEvidence } from '#shared/import/annotations/propose-evidence.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import {
  createAnnotation,
  createRemovedWordsRemark,
  formatAnnotation,
  getAnnotationKey,
  pointRemark,
} from '#shared/import/base/annotation.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';
import { createNotesProposal } from '#tests/unit/shared/import/base/notes-proposal.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

test('a note with other words adds to the claim that it made, and all others add nothing', () => {
  const read = proposeEvidence(createNotesProposal().proposal, { authors: [], areNotesSources: true });
  const { draft, change } = openArticle(read, 'article', 'a'.repeat(64), createEditContext('s'));
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  const carried = carryReview({ review: copyReview(review), before: draft, after: read });
  const known = listImportedAnnotations([change], review);
  const select = (claims: typeof read.claims) => {
    const { claims: added, further } = selectNewClaims(review, claims, carried.claims, known);
    return [added.length, further.map(({ claimId }) => claimId)];
  };
  expect(select(read.claims)).toEqual([0, []]);
  const [first, ...others] = read.claims;
  if (!first) throw new Error('No note made a claim.');
  const proposedEvidence = first.proposedEvidence.map((one) => ({
    ...one,
    annotation: { ...one.annotation, text: 'Another source altogether.' },
  }));
  expect(select([{ ...first, proposedEvidence }, ...others])).toEqual([0, [carried.claims[0]?.claimId]]);
});

const words = '12 million';
const ada = { authors: ['Ada'], areNotesSources: true };

function annotate(
  text: string,
  comments: readonly (readonly [by: string, text: string])[],
  isResolved = false,
) {
  const proposal = createProposal(text);
  const thread = comments.map(([by, said]) => ({ by, at: null, text: said }));
  const start = text.indexOf(words);
  const claim = createAnnotatedClaim(
    { start, end: start + words.length },
    createAnnotation(thread, isResolved),
  );
  return proposeEvidence({ ...proposal, claims: [claim] }, ada);
}

const first = 'It carried 12 million cars.';
const comment = ['Ada', 'report.pdf, p. 3; https://a.example/1'] as const;

/** Opens an article and adds drafts, one after the other. `undo` reverts the last draft. */
function openHistory(opened: ReturnType<typeof proposeEvidence>) {
  const { draft, change } = openArticle(opened, 'article', 'a'.repeat(64), createEditContext('s'));
  const review = createEmptyReview();
  const changes = [change];
  let newest = draft;
  applyOrThrow(review, change.edits);
  const commit = (next: Change) => {
    applyOrThrow(review, next.edits);
    changes.push(next);
  };
  const stamp = () => ({ id: `change-${changes.length}`, at: change.at, by: 'Ada' });
  return {
    review,
    add(after: ReturnType<typeof proposeEvidence>) {
      const carried = carryReview({ review: copyReview(review), before: newest, after });
      const known = listImportedAnnotations(changes, review);
      const context = createEditContext(`n${changes.length}`);
      const plan = planNextDraft(review, newest, after, carried, known);
      const next = createNextDraft(review, plan, 'b'.repeat(64), context);
      commit({ ...stamp(), action: 'draft.import', edits: next.edits, undoes: null });
      newest = next.draft;
    },
    undo() {
      const last = changes.at(-1);
      if (last) commit(invertChange(last, stamp()));
      newest = draft;
    },
  };
}

/** Opens an article, declines everything that its author proposed, and adds the next draft. Lists what the draft proposes. */
function addNext(opened: ReturnType<typeof proposeEvidence>, after: ReturnType<typeof proposeEvidence>) {
  const { review, add } = openHistory(opened);
  for (const row of [...review.proposedEvidence.values()])
    applyOrThrow(review, declineProposedEvidence(row, 'No.', createEditContext('d'))?.edits ?? []);
  const before = { claims: review.claims.size, proposed: review.proposedEvidence.size };
  add(after);
  return {
    addedClaims: review.claims.size - before.claims,
    proposed: [...review.proposedEvidence.values()].slice(before.proposed),
  };
}

test('a comment at a point has the key of one on words', () => {
  const plain = createAnnotation([{ by: 'Ada', at: null, text: 'Why?' }], true);
  const keys = [plain, { ...plain, isResolved: false, remark: pointRemark }].map((annotation) =>
    getAnnotationKey(formatAnnotation(annotation) ?? ''),
  );
  expect(keys).toEqual(['Ada: Why?', 'Ada: Why?']);
});

describe('with the next draft', () => {
  test('an annotation that was declined does not return, also when it was resolved meanwhile', () => {
    const opened = annotate(first, [comment]);
    const nothing = { addedClaims: 0, proposed: [] };
    expect(addNext(opened, annotate(first, [comment]))).toEqual(nothing);
    expect(addNext(opened, annotate(first, [comment], true))).toEqual(nothing);
    expect(addNext(opened, annotate('In 2019 it carried 12 million cars.', [comment]))).toEqual(nothing);
  });

  test('an annotation that was declined does not return, also when its words were deleted meanwhile', () => {
    const after = createProposal('It carried nobody at all.');
    const [by, text] = comment;
    for (const areDeleted of [true, false]) {
      const remark = createRemovedWordsRemark('12 million', areDeleted);
      const annotation = { ...createAnnotation([{ by, at: null, text }], false), remark };
      const claims = [createAnnotatedClaim({ start: 3, end: 10 }, annotation)];
      const next = addNext(annotate(first, [comment]), proposeEvidence({ ...after, claims }, ada));
      expect(next).toEqual({ addedClaims: 0, proposed: [] });
    }
  });

  test('notes that were declined do not return', () => {
    const { proposal } = createNotesProposal();
    const read = proposeEvidence(proposal, ada);
    expect(addNext(read, read)).toEqual({ addedClaims: 0, proposed: [] });
  });

  test('of an annotation that names another source now, only that one is proposed', () => {
    const reply = ['Ada', 'https://b.example/2'] as const;
    const { addedClaims, proposed } = addNext(annotate(first, [comment]), annotate(first, [comment, reply]));
    expect(addedClaims).toBe(0);
    expect(proposed.map(({ source }) => source?.url)).toEqual(['https://b.example/2']);
  });

  test('an editor’s answer is a note, and brings nothing back', () => {
    const { addedClaims, proposed } = addNext(
      annotate(first, [comment]),
      annotate(first, [comment, ['Ben', 'Find another one.']]),
    );
    expect([addedClaims, proposed]).toEqual([1, []]);
  });

  test('the author’s further words are shown, without the sources that were declined', () => {
    const { proposed } = addNext(
      annotate(first, [comment]),
      annotate(first, [comment, ['Ada', 'It is fine.']]),
    );
    expect(proposed).toMatchObject([{ source: null, state: 'unseen' }]);
  });

  test('a comment that came as a note before does not come again as the author’s', () => {
    const asNote = { ...annotate(first, [comment]) };
    const claims = asNote.claims.map((claim) => ({
      ...claim,
      note: claim.proposedEvidence[0]?.annotation.text ?? null,
      proposedEvidence: [],
    }));
    expect(addNext({ ...asNote, claims }, annotate(first, [comment]))).toEqual({
      addedClaims: 0,
      proposed: [],
    });
  });
});

test('an editor’s answer makes one claim, in however many drafts it comes', () => {
  const answered = annotate(first, [comment, ['Ben', 'Please check this again.']]);
  const { review, add } = openHistory(annotate(first, [comment]));
  for (let drafts = 2; drafts <= 4; drafts += 1) {
    add(answered);
    expect(Array.from(review.claims.values(), ({ note }) => note)).toEqual([
      null,
      'Ben: Please check this again.',
    ]);
  }
  add(annotate(first, [comment, ['Ben', 'Please check this again.'], ['Ben', 'Still open.']]));
  expect(review.claims.size).toBe(3);
});

test('a changed annotation proposes further evidence of its claim, and another one on the same words makes a claim', () => {
  const { review, add } = openHistory(annotate(first, [comment]));
  const changed = annotate(first, [['Ada', 'https://b.example/2']]);
  const another = annotate(first, [['Ada', 'https://c.example/3']]);
  for (let drafts = 2; drafts <= 3; drafts += 1) {
    add(changed);
    expect(review.claims.size).toBe(1);
    expect(Array.from(review.proposedEvidence.values(), ({ index }) => index)).toEqual([0, 1, 2]);
  }
  add(annotate(first, [comment]));
  expect([review.claims.size, review.proposedEvidence.size]).toEqual([1, 3]);
  add({ ...changed, claims: [...changed.claims, ...another.claims] });
  expect([review.claims.size, review.proposedEvidence.size]).toEqual([2, 4]);
});

test('comments of a draft whose import was undone come with it again', () => {
  const { review, add, undo } = openHistory(createProposal(first));
  const commented = annotate(first, [comment]);
  add(commented);
  undo();
  expect(review.claims.size).toBe(0);
  add(commented);
  expect([review.claims.size, review.proposedEvidence.size]).toEqual([1, 2]);
  add(commented);
  expect(review.claims.size).toBe(1);
});
