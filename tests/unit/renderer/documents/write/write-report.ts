import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { writeWordReport } from '#renderer/documents/write/write-word-report.ts';
import type { TextMap } from '#shared/domain/base/text-map.ts';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import type { PlanChange, PlanComment, WordPlan } from '#shared/reports/word/word-plan.ts';
import { silentReporter, strictReporter } from '../read/reporter.ts';
import { fileOf } from '../read/word/make-docx.ts';

export const reviewer = 'Rita Reviewer';
export const at = '2026-01-02T03:04:05Z';

/** The line that says that a correction is not tracked. */
export const notTrackedLine = (change: number) => [
  { text: `Correction ${change}`, isBold: false, href: null },
];

export function createPlanComment(number: number, span: PlanComment['span']): PlanComment {
  return {
    claim: number,
    formerNumbers: [],
    durableId: getDurableId(`claim ${number}`),
    span,
    author: reviewer,
    initials: 'RR',
    at,
    lines: [[{ text: `Disputed · claim ${number}`, isBold: true, href: null }]],
    repliesTo: null,
  };
}

/** A change with the index of its comment. */
export function createPlanChange(
  index: number,
  span: PlanChange['span'],
  text: string,
  comment: number | null = null,
): PlanChange {
  return { span, text, author: reviewer, at, comment, lineIfNotTracked: notTrackedLine(index) };
}

export interface MappedDraft {
  text: string;
  map: TextMap;
}

/** Reads a file as it is imported. Null when it has no text. */
export function readMapped(bytes: Uint8Array): MappedDraft | null {
  const result = readWordDraft(fileOf(bytes));
  return result.ok && result.textMap ? { text: result.proposal.text, map: result.textMap } : null;
}

/** Writes a report into a file; fails the test when it can't be written. */
export async function writeInto(
  bytes: Uint8Array,
  { map }: Pick<MappedDraft, 'map'>,
  plan: Partial<WordPlan>,
): Promise<{ bytes: Uint8Array; notTracked: number }> {
  const result = await writeWordReport(
    {
      base: { kind: 'original', map },
      annotations: 'comments',
      comments: [],
      changes: [],
      madeAt: '2026-03-04T05:06:07Z',
      appendix: [],
      pageLine: null,
      ...plan,
    },
    bytes,
    { ...strictReporter, reportProgress: silentReporter.reportProgress },
  );
  if (!result.ok) throw new Error(`The file ${result.why}`);
  return result;
}
