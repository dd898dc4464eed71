import type { Report } from '../../model/report-model';
import { describePassagePlace } from '../../wording/describe-passage';
import { describeReportCoverage, unreadHeading } from '../../wording/describe-unread';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock } from '../word-plan';

/** How much was read, with the sentences that nobody looked at; nothing in a report that keeps silent about it. */
export function createUnreadList({ coverage }: Report): AppendixBlock[] {
  if (coverage === null) return [];
  const lines = [
    describeReportCoverage(coverage),
    ...coverage.unread.map((sentence) => `${sentence.words} (${describePassagePlace(sentence)})`),
  ];
  return [
    { kind: 'heading', text: unreadHeading },
    ...lines.map((text): AppendixBlock => ({ kind: 'paragraph', line: [createRun(text)] })),
  ];
}
