import { noPageOrTime, type PageOrTime } from '#shared/domain/base/draft.ts';
import { canOpenUrl, toBrowserUrl } from '#shared/domain/base/primitives.ts';
import { getDurableId, toAuthorName, unnamedReviewer } from '#shared/domain/base/word-comments.ts';
import { repeatsComment } from '#shared/drafts/list-first-comments.ts';
import { headComment, writeTime } from '#shared/reports/base/own-values.ts';
import {
  addQuotationMarks,
  isolateText,
  text as joinText,
  type OwnText,
  own,
  type ReportText,
  reshape,
  splitText,
  text,
} from '#shared/reports/base/report-text.ts';
import type { PlannedComment, PlannedLine, PlannedRun, WordBase } from '#shared/reports/word/word-plan.ts';
import { toXmlText } from '#shared/reports/word/xml.ts';
import { findGraphemeEnd } from '#shared/text/segmenter/graphemes.ts';
import {
  describeMissingEvidence,
  formatUnplacedHeading,
  listCircumstances,
  listVerdictSentences,
} from '../model/describe-claim.ts';
import type { ClaimDetails, Report, ReportClaim, ReportEvidence } from '../model/report-model.ts';
import { describeEvidence, type EvidencePart } from '../wording/describe-evidence.ts';
import type { ClaimLocation } from './locate-claim.ts';

/** Word's limit for the initials of an author ([MS-OI29500]: 17.13.4.2), in UTF-16 code units. */
const maxInitialsLength = 9;

/** The initials of a name: the first letters of its words, in capitals where the script has them. */
export function getInitials(name: string): string {
  let initials = '';
  for (const part of name.split(/\s+/)) {
    const start = part.search(/[\p{L}\p{N}]/u);
    if (start === -1) continue;
    const letter = part.slice(start, findGraphemeEnd(part, start + 1)).toUpperCase();
    if (initials.length + letter.length > maxInitialsLength) break;
    initials += letter;
  }
  return initials || unnamedReviewer.charAt(0);
}

/** A time to the second, as the dates of comments are written: RFC 3339 in UTC. */
export function toSecond(at: string): OwnText {
  return writeTime(new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'));
}

/** The name of the reviewer who writes what is no verdict. */
export function getReviewer({ reviewer }: Pick<Report, 'reviewer'>): ReportText {
  return reviewer === null ? own(unnamedReviewer) : reshape(reviewer, toAuthorName);
}

/**
 * Who the comment on a claim is by, and when it was written. A verdict that carries no name is signed by nobody, whoever makes the report.
 * For the public, all comments were written when the report was made.
 */
export function getCommentSignature(
  { judged, verdict, createdAt }: Pick<ClaimDetails, 'judged' | 'verdict' | 'createdAt'>,
  report: Report,
) {
  const name = verdict === 'unchecked' ? report.reviewer : (judged?.by ?? null);
  const author = getReviewer({ reviewer: name });
  const at = report.options.reader === 'public' ? report.madeAt : (judged?.at ?? createdAt);
  return { author, initials: reshape(author, getInitials), at: toSecond(at) };
}

/** How a text of a plan is set. */
interface RunStyle {
  isBold?: boolean;
  /** Any address: one that may not be opened makes no link. */
  url?: ReportText | null;
}

/** Makes a run; line breaks in its text become spaces. */
export function createRun(text: ReportText, { isBold = false, url = null }: RunStyle = {}): PlannedRun {
  return {
    text: reshape(text, (words) =>
      /[\n\r]/.test(words) ? toXmlText(words).replace(/\s*[\n\r]+\s*/g, ' ') : toXmlText(words),
    ),
    isBold,
    href: url !== null && canOpenUrl(url) ? reshape(url, toBrowserUrl) : null,
  };
}

/** Makes a line for each line of a text. */
function createLines(text: ReportText): PlannedLine[] {
  return splitText(text, /\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => [createRun(line)]);
}

function createPart(part: EvidencePart, url: ReportText | null, hasNumbers: boolean): PlannedRun[] {
  switch (part.kind) {
    case 'punctuation':
    case 'text':
      return [createRun(part.text)];
    case 'title':
      return [createRun(part.text, { url })];
    case 'warning':
      return [createRun(part.text, { isBold: true })];
    case 'source': {
      const number = hasNumbers ? text` [${part.number}]` : own('');
      return [createRun(text`${own(part.confidential ? ' confidential source' : '')}${number}`)];
    }
  }
}

/**
 * The line about a piece of evidence. The title of the source links to it; its number is written when the document lists the
 * sources.
 */
export function createEvidenceLine(evidence: ReportEvidence, hasNumbers: boolean): PlannedLine {
  const { source } = evidence;
  const url = source.confidential ? null : (source.url ?? source.archiveUrl);
  return describeEvidence(evidence, isolateText)
    .flatMap((part) => createPart(part, url, hasNumbers))
    .filter((run) => run.text !== '');
}

interface CommentContext {
  /** The number of the claim; null for a claim without a place. */
  number: number | null;
  place?: PageOrTime;
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

/** The lines of the comment on a claim. The first one is known again when the file comes back. */
function createCommentLines(
  claim: ClaimDetails,
  { number, place = noPageOrTime, timeZone, hasSources, introduction, isQuoted, untracked }: CommentContext,
): PlannedLine[] {
  const heading = headComment({ status: claim.status, number });
  const circumstances = listCircumstances(claim, place, timeZone, isolateText).map(({ text }, index) =>
    createRun(index === 0 ? text : joinText` ${text}`),
  );
  return [
    [createRun(heading, { isBold: true })],
    ...(introduction === null ? [] : createLines(introduction)),
    ...(isQuoted ? createLines(addQuotationMarks(isolateText(claim.words))) : []),
    ...listVerdictSentences(claim, isolateText).flatMap(({ text }) => createLines(text)),
    ...(untracked === null ? [] : [[createRun(untracked)]]),
    ...(claim.evidence.length === 0
      ? [[createRun(describeMissingEvidence(claim))]]
      : claim.evidence.map((evidence) => createEvidenceLine(evidence, hasSources))),
    ...(circumstances.length === 0 ? [] : [circumstances]),
  ];
}

/** The facts that comments depend on, beside the report. */
interface CommentSetting {
  base: WordBase | undefined;
  hasSources: boolean;
  locate: (claim: ReportClaim) => ClaimLocation;
  /** Why a correction is not tracked, as a sentence, by the index of the claim. */
  untracked: ReadonlyMap<number, ReportText>;
}

type Beginning = Pick<
  PlannedComment,
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
export function planComments(report: Report, setting: CommentSetting): PlannedComment[] {
  const { timeZone } = report;
  const { hasSources, locate, untracked } = setting;
  const placed = report.claims.map((claim, index): PlannedComment => {
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
    return { claim: number, span, ...beginning, lines };
  });
  const unplaced = report.unplaced.flatMap((group) =>
    group.claims.map((claim): PlannedComment => {
      const lines = createCommentLines(leaveOutRepeated(claim, setting), {
        number: null,
        timeZone,
        hasSources,
        isQuoted: true,
        introduction: text`${formatUnplacedHeading(group)}.`,
        untracked: null,
      });
      return { claim: null, span: null, ...createBeginning(claim, report, setting), lines };
    }),
  );
  return [...placed, ...unplaced];
}
