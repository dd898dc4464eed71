import { expect, test } from 'vitest';
import { getRefusal } from '../../../../../shared/domain/claims/refused-correction';
import { setVerdict } from '../../../../../shared/domain/claims/set-verdict';
import type { Draft } from '../../../../../shared/domain/draft/draft';
import type { ReportReader } from '../../../../../shared/domain/report-options';
import type { Review } from '../../../../../shared/domain/review/review';
import { getReviewQueue } from '../../../../../shared/domain/review/review-queue';
import type { Verdict } from '../../../../../shared/domain/verdict';
import { asksAboutCorrection } from '../../../../../shared/domain/word-comments';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import { createWordPlan } from '../../../../../shared/reports/word/render-word-plan';
import { findWords } from '../../../../libraries/proposals';
import { options, reportContext } from '../../reports/hostile-review';
import { applyOrThrow, createEditContext } from '../../reviews';
import { createProposal } from '../checked-articles';
import {
  addReturned,
  changeClaim,
  ferryParagraphs,
  getClaim,
  openFerry,
  returnClaim,
} from './returned-reports';

/** Adds the next draft with the words as they were, and the report's comment on the cars. */
function refuse(review: Review, draft: Draft, cars: string, prefix: string): Draft {
  const after = createProposal(...ferryParagraphs);
  const claims = [returnClaim(review, draft, cars, findWords(after.text, '12 million'))];
  const next = addReturned(review, draft, { ...after, claims }, prefix);
  applyOrThrow(review, next.edits);
  return next.draft;
}

function openRefused() {
  const opened = openFerry();
  changeClaim(opened.review, opened.cars, { correction: '21 million' });
  return { ...opened, draft: refuse(opened.review, opened.draft, opened.cars, 'n') };
}

function judge(review: Review, draft: Draft, claimId: string, verdict: Verdict): void {
  const step = setVerdict(review, draft, getClaim(review, claimId), verdict, createEditContext(verdict));
  applyOrThrow(review, step?.edits ?? []);
}

/** The words that a report tracks, and the line about those that it does not. */
function suggest(review: Review, draft: Draft, reader: ReportReader = 'editor') {
  const report = buildReport(review, draft, { ...options, reader }, { ...reportContext, by: 'Rosa Lind' });
  const { changes, comments } = createWordPlan(report, { draft, options, base: undefined });
  const lines = comments.flatMap((comment) =>
    comment.lines.map((line) => line.map(({ text }) => text).join('')),
  );
  return {
    tracked: changes.map(({ text }) => text),
    said: lines.filter((line) => line.startsWith('Not tracked')),
    isNamed: lines.some((line) => line.startsWith('Change to')),
  };
}

const refused = { tracked: [], said: ['Not tracked again: the author did not take it.'], isNamed: true };
const suggested = { tracked: ['21'], said: [], isNamed: true };

test('a correction that the author did not take is not tracked again', () => {
  const { review, draft } = openRefused();
  expect(suggest(review, draft)).toEqual(refused);
  expect(suggest(review, draft, 'legal')).toEqual(refused);
});

test('the public learns nothing of what the author did not take', () => {
  const { review, draft } = openRefused();
  expect(suggest(review, draft, 'public')).toEqual(suggested);
});

test('it is tracked again when the reviewer insists on the verdict, in further drafts as well', () => {
  const { review, draft, cars } = openRefused();
  const further = addReturned(review, draft, createProposal(...ferryParagraphs, 'More.'), 'o');
  applyOrThrow(review, further.edits);
  expect(suggest(review, further.draft)).toEqual(refused);
  judge(review, further.draft, cars, 'disputed');
  expect(suggest(review, further.draft)).toEqual(suggested);
});

test('it is tracked again when the reviewer writes another one', () => {
  const { review, draft, cars } = openRefused();
  changeClaim(review, cars, { correction: '22 million' });
  expect(suggest(review, draft)).toMatchObject({ tracked: ['22'], said: [] });
});

test('it is not tracked when the reviewer verifies the words that the author kept, and the author is not asked again', () => {
  const { review, draft, cars } = openRefused();
  judge(review, draft, cars, 'verified');
  expect(suggest(review, draft)).toEqual(refused);
  expect(asksAboutCorrection(`Change to “21 million”. ${refused.said[0]}`)).toBe(false);
  expect(asksAboutCorrection('Change to “21 million”.')).toBe(true);
});

test('the correction of a verified claim that nobody refused is tracked', () => {
  const { review, draft, yard } = openFerry();
  changeClaim(review, yard, { correction: 'Gdynia' });
  expect(getClaim(review, yard).verdict).toBe('verified');
  expect(suggest(review, draft)).toMatchObject({ tracked: ['Gdynia'], said: [] });
});

test('a comment that does not suggest its correction again is no decision about it', () => {
  const { review, draft, yard } = openFerry();
  changeClaim(review, yard, { correction: 'Gdynia' });
  const after = createProposal(...ferryParagraphs);
  const claim = returnClaim(review, draft, yard, findWords(after.text, 'Gdansk'));
  const say = (line: string) => {
    const [first] = claim.annotation?.comments ?? [];
    if (!claim.annotation || !first) throw new Error('the claim has no comment');
    const comments = [{ ...first, text: `${first.text}\n${line}` }];
    const claims = [{ ...claim, annotation: { ...claim.annotation, comments } }];
    return addReturned(review, draft, { ...after, claims }).counts?.rejected;
  };
  expect(say('')).toBe(1);
  expect(say('Not tracked again: the author did not take it.')).toBe(0);
});

test('an author who does not take it again is heard again', () => {
  const { review, draft, cars } = openRefused();
  const listQueue = (one: Draft) => getReviewQueue(review, one).map(({ claim }) => claim.id);
  const same = refuse(review, draft, cars, 'o');
  expect(getClaim(review, cars).answers).toHaveLength(1);
  judge(review, same, cars, 'disputed');
  expect(listQueue(same)).toEqual([]);
  expect(getRefusal(review, getClaim(review, cars), same)).toBe('insisted');
  const last = refuse(review, same, cars, 'p');
  expect(getClaim(review, cars).answers).toHaveLength(2);
  expect(listQueue(last)).toEqual([cars]);
  expect(suggest(review, last)).toEqual(refused);
});
