import type { Report } from '../../model/report-model';
import { isolateText, joinTexts, own } from '../../origin/report-text';
import { summarizeCoverage } from '../../wording/describe-coverage';
import { summarizeQueries } from '../../wording/describe-queries';
import {
  describeCaveats,
  describeHeader,
  describeSelection,
  noClaimsMessage,
} from '../../wording/describe-report';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock } from '../planned';
import { createClaimTables } from './claim-table';
import { createCoverageList } from './coverage-list';
import { createQueryList } from './query-list';
import { createSourceList } from './source-list';

/** The appendix of a Word report: the claims as a table, open queries, what was not looked at, and the numbered sources. */
export function createAppendix(report: Report): AppendixBlock[] {
  const { claims, coverage, queries, sources, timeZone } = report;
  const reading = [
    ...(coverage === null ? [] : [summarizeCoverage(coverage)]),
    ...(queries === null ? [] : [summarizeQueries(queries)]),
  ];
  const caveats = describeCaveats(report);
  const lines = [
    // No comment says who checked the whole article, or that nobody signed.
    describeHeader(report, isolateText).check,
    describeSelection(report),
    ...(caveats === null ? [] : [caveats]),
    ...(reading.length === 0 ? [] : [joinTexts(reading, ' · ')]),
    ...(claims.length === 0 ? [noClaimsMessage(report)] : []),
  ];
  return [
    { kind: 'heading', text: own('Claims') },
    ...lines.map((text): AppendixBlock => ({ kind: 'paragraph', line: [createRun(text)] })),
    ...createClaimTables(report),
    ...createQueryList(report),
    ...createCoverageList(report),
    ...(sources.length === 0 ? [] : [{ kind: 'heading', text: own('Sources') } as const]),
    ...createSourceList(sources, timeZone),
  ];
}
