import type { Report } from '../../model/report-model';
import { describeSelection, noClaimsMessage } from '../../wording/describe-report';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock } from '../word-plan';
import { createClaimTables } from './claim-table';
import { createSourceList } from './source-list';
import { createUnreadList } from './unread-list';

/** The appendix of a Word report: the claims as a table, what nobody looked at, and the numbered sources. */
export function createAppendix(report: Report): AppendixBlock[] {
  const { claims, sources, timeZone } = report;
  const lines = [describeSelection(report), ...(claims.length === 0 ? [noClaimsMessage(report)] : [])];
  return [
    { kind: 'heading', text: 'Claims' },
    ...lines.map((text): AppendixBlock => ({ kind: 'paragraph', line: [createRun(text)] })),
    ...createClaimTables(report),
    ...createUnreadList(report),
    ...(sources.length === 0 ? [] : [{ kind: 'heading', text: 'Sources' } as const]),
    ...createSourceList(sources, timeZone),
  ];
}
