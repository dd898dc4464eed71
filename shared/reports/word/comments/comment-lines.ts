import { noPlace, type Place } from '../../../domain/draft/draft';
import type { ClaimDetails } from '../../model/report-claim';
import { headComment } from '../../origin/own-values';
import { isolateText, text as joinText, type ReportText } from '../../origin/report-text';
import {
  describeMissingEvidence,
  listCircumstances,
  listVerdictSentences,
} from '../../wording/describe-claim';
import { addQuotationMarks } from '../../wording/quotation-marks';
import type { PlanLine } from '../planned';
import { createEvidenceLine } from './evidence-line';
import { createLines, createRun } from './plan-text';

export interface CommentContext {
  /** The number of the claim; null for a claim without a place. */
  number: number | null;
  place?: Place;
  timeZone: string;
  /** Whether the document lists the sources by their numbers. */
  hasSources: boolean;
  /** Words of our own before what is said about the claim, such as that it has no place in the draft; null for none. */
  introduction: ReportText | null;
  /** Whether the words of the claim are quoted, because the comment is not on them. */
  isQuoted: boolean;
  /** Says why the correction is in the comment alone; null when it is tracked, or when there is none. */
  untracked: ReportText | null;
}

/** The lines of the comment on a claim. The first one is known again when the file comes back (`comment-heading.ts`). */
export function createCommentLines(
  claim: ClaimDetails,
  { number, place = noPlace, timeZone, hasSources, introduction, isQuoted, untracked }: CommentContext,
): PlanLine[] {
  const heading = headComment({ status: claim.status, number });
  const circumstances = listCircumstances(claim, place, timeZone, isolateText).map(({ field, text }, index) =>
    createRun(index === 0 ? text : joinText` ${text}`, { field }),
  );
  return [
    [createRun(heading, { isBold: true })],
    ...(introduction === null ? [] : createLines(introduction)),
    ...(isQuoted ? createLines(addQuotationMarks(isolateText(claim.words))) : []),
    ...listVerdictSentences(claim, isolateText).flatMap(({ field, text }) => createLines(text, { field })),
    ...(untracked === null ? [] : [[createRun(untracked)]]),
    ...(claim.evidence.length === 0
      ? [[createRun(describeMissingEvidence(claim))]]
      : claim.evidence.map((evidence) => createEvidenceLine(evidence, hasSources))),
    ...(circumstances.length === 0 ? [] : [circumstances]),
  ];
}
