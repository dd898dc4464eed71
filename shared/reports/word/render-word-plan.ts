import type { Draft } from '../../domain/draft/draft';
import type { ReportOptions } from '../../domain/report-options';
import type { Report } from '../model/report-model';
import { getReaderLine } from '../wording/reader-lines';
import { createAppendix } from './appendix';
import { createCleanDocument } from './clean/clean-document';
import { createClaimLocator } from './locate-claim';
import { planChanges } from './plan-changes';
import { planComments, toSecond } from './plan-comments';
import { planCorrections } from './plan-corrections';
import type { PlannedReport, WordBase } from './word-plan';

/** The facts that a Word report depends on, beside those that every report says. */
export interface WordSetting {
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
