import { getDurableId } from '../../../domain/word-comments';
import { repeatsComment } from '../../../drafts/list-first-comments';
import type { ClaimDetails, ReportClaim } from '../../model/report-claim';
import type { Report } from '../../model/report-model';
import { type ReportText, reshape, text } from '../../origin/report-text';
import { formatUnplacedHeading } from '../../wording/describe-claim';
import type { PlanComment } from '../planned';
import type { WordBase } from '../word-base';
import { getCommentSignature, toSecond } from './comment-author';
import { createCommentLines } from './comment-lines';
import type { ClaimLocation } from './locate-claim';

/** The facts that comments depend on, beside the report. */
export interface CommentSetting {
  base: WordBase | undefined;
  hasSources: boolean;
  locate: (claim: ReportClaim) => ClaimLocation;
  /** Why a correction is not tracked, as a sentence, by the index of the claim. */
  untracked: ReadonlyMap<number, ReportText>;
}

type Beginning = Pick<
  PlanComment,
  'durableId' | 'formerNumbers' | 'author' | 'initials' | 'at' | 'repliesTo'
>;

function createBeginning(claim: ClaimDetails, report: Report, { base }: CommentSetting): Beginning {
  const repliesTo = base?.comments.get(claim.id) ?? null;
  const signature = getCommentSignature(claim, report);
  return {
    durableId: reshape(claim.id, getDurableId),
    formerNumbers: [...(base?.formerNumbers?.get(claim.id) ?? [])],
    ...signature,
    // Later than all that is in the thread, because programs order replies by time, and those after ours answer it.
    at: repliesTo ? toSecond(report.madeAt) : signature.at,
    repliesTo,
  };
}

/** The claim without a note that is the very comment of the file to which the report replies. */
function leaveOutRepeated<Details extends ClaimDetails>(claim: Details, { base }: CommentSetting): Details {
  const comment = base?.comments.get(claim.id);
  if (!comment || claim.note === null) return claim;
  return repeatsComment(claim.note, comment) ? { ...claim, note: null } : claim;
}

/** Plans a comment for each claim that the report shows: those with a place in reading order, so by their indexes, then the others. */
export function planComments(report: Report, setting: CommentSetting): PlanComment[] {
  const { timeZone } = report;
  const { hasSources, locate, untracked } = setting;
  const placed = report.claims.map((claim, index): PlanComment => {
    const { number, place } = claim;
    const { span, isQuoted } = locate(claim);
    const lines = createCommentLines(leaveOutRepeated(claim, setting), {
      number,
      place,
      timeZone,
      hasSources,
      introduction: null,
      isQuoted,
      untracked: untracked.get(index) ?? null,
    });
    const beginning = createBeginning(claim, report, setting);
    return { partName: text`claim ${number}`, claim: number, span, ...beginning, lines };
  });
  const unplaced = report.unplaced.flatMap((group) =>
    group.claims.map((claim, index): PlanComment => {
      const lines = createCommentLines(leaveOutRepeated(claim, setting), {
        number: null,
        timeZone,
        hasSources,
        isQuoted: true,
        ...{ introduction: text`${formatUnplacedHeading(group)}.`, untracked: null },
      });
      const partName = text`entry ${index + 1} of “${formatUnplacedHeading(group)}”`;
      return { partName, claim: null, span: null, ...createBeginning(claim, report, setting), lines };
    }),
  );
  return [...placed, ...unplaced];
}
