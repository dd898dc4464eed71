import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNextDraft } from '#main/core/drafts/create-next-draft.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { getArticle, putEntity } from '#shared/domain/review/review.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import { at } from '#shared/text/sequences/at.ts';
import { choose } from '#tests/unit/effort.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import {
  createReply,
  createRewriting,
  type Decisions,
  decide,
  getWholeDecision,
  randomDecisions,
} from './author-decisions.ts';
import { type OpenedReview, openCorrected, readBack, writeReport } from './written-report.ts';

/** Signs each claim at a second of its own, as a reviewer does who sets one verdict after another. */
function openSigned(): OpenedReview {
  const opened = openCorrected();
  for (const [index, claim] of [...opened.review.claims.values()].entries()) {
    const time = new Date(Date.parse('2026-11-20T09:00:07.000Z') + index * 61_000).toISOString();
    const { judged } = claim;
    putEntity(opened.review, 'claims', {
      ...claim,
      createdAt: time,
      judged: judged && { ...judged, at: time },
    });
  }
  return opened;
}

/** Sets all verdicts again, a day later. Returns the history that has those before. */
function judgeAgain({ review }: OpenedReview): Change[] {
  const changes = [...review.claims.values()].flatMap(({ id, judged }): Change[] =>
    judged
      ? [
          {
            ...openSample().change,
            edits: [{ table: 'claims', id, update: { before: {}, after: { judged } } }],
          },
        ]
      : [],
  );
  for (const claim of [...review.claims.values()]) {
    const { judged } = claim;
    const at = judged && new Date(Date.parse(judged.at) + 86_400_000).toISOString();
    if (judged && at !== null) putEntity(review, 'claims', { ...claim, judged: { ...judged, at } });
  }
  return changes;
}

async function expectLaws(annotations: 'comments' | 'footnotes', decisions: Decisions): Promise<void> {
  const opened = openSigned();
  const { review, draft } = opened;
  const { byline } = getArticle(review);
  const { plan, bytes, notTracked } = await writeReport(opened, { annotations });
  expect(notTracked).toBe(0);
  const marked: Change = { ...openSample().change, action: 'claim.mark' };
  const changes = [marked, ...(decisions.isJudgedAgain ? judgeAgain(opened) : [])];
  const back = readBack(opened, decide(bytes, plan, decisions), changes);
  const decisionOf = <Decision>(list: readonly Decision[], index: number) => at(list, index % list.length);

  const decisionOnChange = (index: number) => getWholeDecision(decisionOf(decisions.changes, index));
  const accepted = plan.changes.filter((_, index) => decisionOnChange(index) === 'accept');
  const text = accepted.reduceRight(
    (whole, { span, text: words }) => whole.slice(0, span.start) + words + whole.slice(span.end),
    draft.text,
  );
  // The clean document has the byline as a paragraph.
  expect(back.read.text.replace(`${byline}\n\n`, '')).toBe(text);

  const isComment = annotations === 'comments';
  const expected = plan.comments.flatMap((comment, index) => {
    const said = isComment ? decisionOf(decisions.comments, index) : 'keep';
    const change = plan.changes.findIndex((one) => one.comment === index);
    const decided = change === -1 ? null : decisionOnChange(change);
    const outcome = { accept: 'accepted', reject: 'rejected', ignore: 'undecided' }[decided ?? 'ignore'];
    const isKnown =
      decided !== null && (decided !== 'reject' || said === 'keep' || said === 'reply' || said === 'resolve');
    const replies =
      said === 'reply' ? [createReply(index)] : said === 'rewrite' ? [createRewriting(index)] : [];
    const correction = isKnown ? outcome : null;
    const isResolved = said === 'resolve';
    if (replies.length === 0 && !isResolved && correction === null) return [];
    return [{ durableId: comment.durableId, replies, isResolved, correction }];
  });
  const found = back.answers.map(({ claim, answer }) => ({
    claim: claim.id,
    replies: answer.replies.map((reply) => reply.text),
    isResolved: answer.isResolved,
    correction: answer.correction?.outcome ?? null,
  }));
  const byClaim = new Map(plan.comments.map((comment, index) => [comment.durableId, index]));
  expect(byClaim.size).toBe(plan.comments.length);
  expect(new Set(found.map(({ claim }) => claim)).size).toBe(found.length);
  const sort = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  expect(sort(found.map(({ claim: _, ...one }) => one))).toEqual(
    sort(expected.map(({ durableId: _, ...one }) => one)),
  );
  expect(back.counts?.unknown ?? 0).toBe(0);
  const deleted = plan.comments.filter((_, index) => decisionOf(decisions.comments, index) === 'delete');
  expect(back.counts?.deleted ?? 0).toBeLessThanOrEqual(isComment ? deleted.length : 0);
  expect(back.proposal.claims).toEqual([]);
  expect(back.proposal.annotationsWithoutWords).toEqual([]);

  const verdicts = [...review.claims.values()].map(({ id, verdict }) => [id, verdict]);
  const next = createNextDraft(review, back, 'b'.repeat(64), createEditContext('n'));
  const data = reviewToData(review);
  applyOrThrow(review, next.edits);
  expect([...review.claims.values()].map(({ id, verdict }) => [id, verdict])).toEqual(verdicts);
  expect(data.claims).toHaveLength(verdicts.length);
  for (const [id] of verdicts)
    expect(
      [...review.placements.values()].filter((one) => one.draftId === next.draft.id && one.claimId === id),
    ).toHaveLength(1);
}

test.each(['comments', 'footnotes'] as const)(
  'whatever an author decides about a report with %s, each claim comes back once, with its answer, its verdict and its words',
  async (annotations) => {
    await fc.assert(
      fc.asyncProperty(randomDecisions, (decisions) => expectLaws(annotations, decisions)),
      { numRuns: choose(10, 40), seed: 5 },
    );
  },
  60_000,
);
