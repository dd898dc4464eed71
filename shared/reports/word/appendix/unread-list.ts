import type { Report } from '../../model/report-model';
import { describeReportCoverage, describeUnreadPlace, unreadHeading } from '../../wording/describe-unread';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock } from '../word-plan';

/** How much was read, with the sentences that nobody looked at; nothing in a report that keeps silent about it. */
export function createUnreadList({ coverage }: Report): AppendixBlock[] {
  if (coverage === null) return [];
  const lines = [
    describeReportCoverage(coverage),
    ...coverage.unread.map((sentence) => `${sentence.words} (${describeUnreadPlace(sentence)})`),
  ];
  return [
    { kind: 'heading', text: unreadHeading },
    ...lines.map((text): AppendixBlock => ({ kind: 'paragraph', line: [createRun(text)] })),
  ];
}
