import type { Draft } from '#shared/domain/base/draft.ts';
import type { ReportOptions } from '#shared/domain/settings/report-options.ts';
import { getReaderLine } from '#shared/reports/base/reader-lines.ts';
import {
  addQuotationMarks,
  text as joinText,
  own,
  type ReportText,
  reshape,
} from '#shared/reports/base/report-text.ts';
import type {
  PlannedChange,
  PlannedComment,
  PlannedLine,
  PlannedReport,
  WordBase,
} from '#shared/reports/word/word-plan.ts';
import { toXmlText } from '#shared/reports/word/xml.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import type { Report } from '../model/report-model.ts';
import { createAppendix } from './appendix.ts';
import { createCleanDocument } from './clean-document.ts';
import { createClaimLocator } from './locate-claim.ts';
import { createRun, getReviewer, planComments, toSecond } from './plan-comments.ts';
import { findInnermost, type PlannedCorrection, planCorrections } from './plan-corrections.ts';

/** The line that the comment of its claim gets when the file does not allow a change. */
function createLineIfNotTracked(change: PlannedCorrection): PlannedLine {
  const countCells = (text: string) => text.split('\t').length;
  const joinsCells = countCells(change.replaced) > countCells(change.text);
  const why = createRun(
    own(
      joinsCells
        ? 'Not tracked: it joins cells of a table.'
        : 'Not tracked: the file does not allow it there.',
    ),
  );
  // The comment has a correction that is only suggested already.
  if (!change.isApplied) return [why];
  const words = change.text === '' ? change.replaced : change.text;
  const what = joinText`${own(change.text === '' ? 'Delete' : 'Change to')} ${addQuotationMarks(words)}. `;
  return [createRun(what), why];
}

/** The time of the nearest comment of an author in the list; null when there is none. */
function findNearestTime(
  comments: readonly PlannedComment[],
  index: number,
  author: string,
): ReportText | null {
  let nearest: { distance: number; at: ReportText } | null = null;
  for (const [position, comment] of comments.entries()) {
    const distance = Math.abs(position - index);
    if (comment.author === author && comment.at !== null && (!nearest || distance < nearest.distance))
      nearest = { distance, at: comment.at };
  }
  return nearest?.at ?? null;
}

/** The index of the first claim from an offset on. Comments are in the order of their claims, so the nearest is beside it. */
function findNextClaim(spans: readonly Span[], offset: number): number {
  return findFirstIndex(spans.length, (index) => at(spans, index).start >= offset);
}

/**
 * Plans a tracked change for each change of the base draft. One that was applied is signed by the reviewer, with the time of the comment
 * on its claim or of the nearest one, so that it is recognised when the file comes back.
 */
function planChanges(
  report: Report,
  changes: readonly PlannedCorrection[],
  comments: readonly PlannedComment[],
): PlannedChange[] {
  const spans = report.claims.map(({ span }) => span);
  return changes.map((change) => {
    const { start, end, text, current, suggestion } = change;
    const innermost = suggestion ? suggestion.comment : findInnermost(spans, current);
    const own = comments[innermost];
    const author = own?.author ?? getReviewer(report);
    const time = own ? own.at : findNearestTime(comments, findNextClaim(spans, current.start), author);
    return {
      span: { start, end },
      text: reshape(text, (words) => toXmlText(words).replace(/\r\n?/g, '\n')),
      author,
      at: time ?? toSecond(report.madeAt),
      comment: own ? innermost : null,
      lineIfNotTracked: createLineIfNotTracked(change),
    };
  });
}

/** The facts that a Word report depends on, beside those that every report says. */
interface WordSetting {
  /** The draft of the report. */
  draft: Draft;
  options: Pick<ReportOptions, 'word' | 'paper'>;
  /** The author's file; undefined for a clean document. */
  base: WordBase | undefined;
}

/**
 * The author's own file goes back to its author, who learns neither the tags that checkers work with nor the queries that are not
 * answered yet. Lawyers get everything in it as well. In a document of our own, the appendix has both; no comment has them, because
 * comments are what authors answer.
 */
function leaveOutWorkMarks(report: Report): Report {
  if (report.options.reader === 'legal') return report;
  const leaveOutTags = <Entry extends { tags: unknown[] }>(entry: Entry): Entry => ({ ...entry, tags: [] });
  return {
    ...report,
    claims: report.claims.map(leaveOutTags),
    unplaced: report.unplaced.map((group) => ({ ...group, claims: group.claims.map(leaveOutTags) })),
    queries: null,
  };
}

/**
 * Plans a Word report: what the sandboxed window writes into the author's file, or into a document of our own, which is part of the plan
 * then. Offsets are those of the draft that was read from the file.
 */
export function createWordPlan(whole: Report, { draft, options, base }: WordSetting): PlannedReport {
  const report = base ? leaveOutWorkMarks(whole) : whole;
  const { annotations, appendix } = options.word;
  const corrections = planCorrections(report, draft, base?.draft ?? null);
  const comments = planComments(report, {
    base,
    hasSources: appendix,
    locate: createClaimLocator(draft, base?.draft ?? null, corrections.applied),
    untracked: corrections.untracked,
  });
  return {
    base: base
      ? { kind: 'original', map: { parts: base.map.parts, segments: base.map.segments } }
      : { kind: 'clean', document: createCleanDocument(report, draft, options.paper) },
    annotations,
    madeAt: toSecond(report.madeAt),
    comments,
    changes: planChanges(report, corrections.changes, comments),
    appendix: appendix ? createAppendix(report) : [],
    pageLine: getReaderLine(report.options.reader),
  };
}

/** Renders the plan of a Word report (`word-plan.ts`) as JSON. The same report gives the same text. */
export function renderWordPlan(report: Report, setting: WordSetting): string {
  return JSON.stringify(createWordPlan(report, setting));
}
