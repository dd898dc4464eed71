import type { Draft } from '../../domain/draft/draft';
import type { ReportOptions } from '../../domain/report-options';
import type { Report } from '../model/report-model';
import { getReaderLine } from '../wording/reader-lines';
import { createAppendix } from './appendix/create-appendix';
import { planChanges } from './changes/plan-changes';
import { type PlannedCorrections, planCorrections } from './changes/plan-corrections';
import { createCleanDocument } from './clean/clean-document';
import { toSecond } from './comments/comment-author';
import { createClaimLocator } from './comments/locate-claim';
import { planComments } from './comments/plan-comments';
import type { WordPlan } from './planned';
import type { WordBase } from './word-base';

/** The facts that a Word report depends on, beside those that every report says. */
export interface WordSetting {
  /** The draft of the report. */
  draft: Draft;
  options: Pick<ReportOptions, 'word' | 'paper'>;
  /** The author's file; undefined for a clean document. */
  base: WordBase | undefined;
  /** Planned before the search, because an earlier draft has words of theirs; planned here when absent. */
  corrections?: PlannedCorrections;
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
 * Plans a Word report: what the sandboxed window writes into the author's file, or into a document of our own, which is part of the plan then.
 *
 *     changes/   the corrections as tracked changes, in offsets of the draft that was read from the file
 *     comments/  a comment for each claim, or a footnote
 *     clean/     the document of our own
 *     appendix/  the claims as a table and the sources
 *
 * word-plan.ts describes the result, word-base.ts what is known of the author's file.
 */
export function createWordPlan(whole: Report, { draft, options, base, ...planned }: WordSetting): WordPlan {
  const report = base ? leaveOutWorkMarks(whole) : whole;
  const { annotations, appendix } = options.word;
  const corrections = planned.corrections ?? planCorrections(report, draft, base?.draft ?? null);
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
