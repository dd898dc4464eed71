import type { Passage, Report } from '../../model/report-model';
import {
  describeReportCoverage,
  notLookedAtHeading,
  openWordsHeading,
} from '../../wording/describe-coverage';
import { describePassagePlace } from '../../wording/describe-passage';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock } from '../word-plan';

/**
 * How much was read, with the sentences that were not looked at by paragraph, and apart the words that are open in others; nothing
 * in a report that keeps silent about it.
 */
export function createCoverageList({ coverage }: Report): AppendixBlock[] {
  if (coverage === null) return [];
  const open = coverage.openWords.map(describePassage).join('; ');
  const lines = [
    describeReportCoverage(coverage),
    ...coverage.notLookedAt.map(describePassage),
    ...(open === '' ? [] : [`${openWordsHeading}: ${open}`]),
  ];
  return [
    { kind: 'heading', text: notLookedAtHeading },
    ...lines.map((text): AppendixBlock => ({ kind: 'paragraph', line: [createRun(text)] })),
  ];
}

function describePassage(passage: Passage): string {
  return `${passage.words} (${describePassagePlace(passage)})`;
}
