import type { Passage, Report } from '../../model/report-model';
import { joinTexts, type ReportText, text } from '../../origin/report-text';
import {
  describeReportCoverage,
  notLookedAtHeading,
  openWordsHeading,
} from '../../wording/describe-coverage';
import { describePassagePlace } from '../../wording/describe-passage';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock } from '../planned';

/**
 * How much was read, with the sentences that were not looked at by paragraph, and apart the words that are open in others; nothing
 * in a report that keeps silent about it.
 */
export function createCoverageList({ coverage }: Report): AppendixBlock[] {
  if (coverage === null) return [];
  const open = joinTexts(coverage.openWords.map(describePassage), '; ');
  const lines = [
    describeReportCoverage(coverage),
    ...coverage.notLookedAt.map(describePassage),
    ...(open === '' ? [] : [text`${openWordsHeading}: ${open}`]),
  ];
  return [
    { kind: 'heading', text: notLookedAtHeading },
    ...lines.map((line): AppendixBlock => ({ kind: 'paragraph', line: [createRun(line)] })),
  ];
}

function describePassage(passage: Passage): ReportText {
  return text`${passage.words} (${describePassagePlace(passage)})`;
}
