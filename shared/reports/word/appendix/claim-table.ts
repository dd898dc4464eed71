import type { ClaimDetails } from '../../model/report-claim';
import type { Report } from '../../model/report-model';
import { nameStatus } from '../../origin/own-values';
import { isolateText, own, type ReportText, text } from '../../origin/report-text';
import {
  describeMissingEvidence,
  describeTags,
  formatUnplacedHeading,
  listVerdictSentences,
} from '../../wording/describe-claim';
import { createEvidenceLine } from '../comments/evidence-line';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock, PlanLine, PlanRun } from '../planned';

/** One row of a table of claims. */
interface ClaimRow {
  /** The name of its part. */
  name: ReportText;
  cells: PlanLine[];
}

/** Correction, note and tags follow the verdict in its cell: a page has no room for more columns, and few claims have all. */
const headings = [own('Claim'), own('Words'), own('Verdict'), own('Evidence')];

const lineBreak: PlanRun = { text: own('\n'), isBold: false, href: null };

/** The parts of a cell that are not empty, each on a line of its own. */
function joinLines(parts: readonly PlanLine[]): PlanLine {
  return parts
    .filter(({ length }) => length > 0)
    .flatMap((part, index) => (index === 0 ? part : [lineBreak, ...part]));
}

function createField(claim: ClaimDetails, field: 'note' | 'correction' | 'changes'): PlanLine {
  return listVerdictSentences(claim, isolateText)
    .filter((sentence) => sentence.field === field)
    .map((sentence) => createRun(sentence.text, { field }));
}

function createRow(claim: ClaimDetails, number: ReportText, name: ReportText): ClaimRow {
  const evidence = claim.evidence.map((one) => createEvidenceLine(one, true));
  const changes = createField(claim, 'changes');
  const verdict = createRun(nameStatus(claim.status).label, { isBold: true });
  const tags = describeTags(claim, isolateText);
  return {
    name,
    cells: [
      [createRun(number)],
      [createRun(isolateText(claim.words))],
      joinLines([
        [verdict],
        changes,
        createField(claim, 'correction'),
        createField(claim, 'note'),
        tags ? [createRun(tags.text, tags)] : [],
      ]),
      evidence.length === 0 ? [createRun(describeMissingEvidence(claim))] : joinLines(evidence),
    ],
  };
}

function createTable(rows: readonly ClaimRow[]): AppendixBlock[] {
  if (rows.length === 0) return [];
  const header = headings.map((heading) => [createRun(heading, { isBold: true })]);
  return [
    {
      kind: 'table',
      rows: [header, ...rows.map(({ cells }) => cells)],
      partNames: [own('the lists'), ...rows.map(({ name }) => name)],
    },
  ];
}

/** The claims of a report as tables: those with a place in the draft, then the others under headings of their own. */
export function createClaimTables({ claims, unplaced }: Report): AppendixBlock[] {
  const placed = claims.map((claim) => createRow(claim, text`${claim.number}`, text`claim ${claim.number}`));
  return [
    ...createTable(placed),
    ...unplaced.flatMap((group): AppendixBlock[] => [
      { kind: 'heading', text: formatUnplacedHeading(group) },
      ...createTable(
        group.claims.map((claim, index) => {
          const name = text`entry ${index + 1} of “${formatUnplacedHeading(group)}”`;
          return createRow(claim, own('–'), name);
        }),
      ),
    ]),
  ];
}
