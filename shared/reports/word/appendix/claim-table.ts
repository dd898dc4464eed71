import { statusLooks } from '../../../domain/verdict';
import { isolate } from '../../../text/format/isolate';
import type { ClaimDetails } from '../../model/report-claim';
import type { Report } from '../../model/report-model';
import {
  describeMissingEvidence,
  describeTags,
  formatUnplacedHeading,
  formatUnplacedName,
  listVerdictSentences,
} from '../../wording/describe-claim';
import { createEvidenceLine } from '../comments/evidence-line';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock, PlanLine, PlanRun } from '../word-plan';

/** One row of a table of claims. */
interface ClaimRow {
  /** The name of its part. */
  name: string;
  cells: PlanLine[];
}

/** Correction, note and tags follow the verdict in its cell: a page has no room for more columns, and few claims have all. */
const headings = ['Claim', 'Words', 'Verdict', 'Evidence'];

const lineBreak: PlanRun = { text: '\n', isBold: false, href: null };

/** The parts of a cell that are not empty, each on a line of its own. */
function joinLines(parts: readonly PlanLine[]): PlanLine {
  return parts
    .filter(({ length }) => length > 0)
    .flatMap((part, index) => (index === 0 ? part : [lineBreak, ...part]));
}

function createField(claim: ClaimDetails, field: 'note' | 'correction' | 'changes'): PlanLine {
  return listVerdictSentences(claim, isolate)
    .filter((sentence) => sentence.field === field)
    .map(({ text }) => createRun(text, { field }));
}

function createRow(claim: ClaimDetails, number: string, name: string): ClaimRow {
  const evidence = claim.evidence.map((one) => createEvidenceLine(one, true));
  const changes = createField(claim, 'changes');
  const verdict = createRun(statusLooks[claim.status].label, { isBold: true });
  const tags = describeTags(claim, isolate);
  return {
    name,
    cells: [
      [createRun(number)],
      [createRun(isolate(claim.words))],
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
      partNames: ['the lists', ...rows.map(({ name }) => name)],
    },
  ];
}

/** The claims of a report as tables: those with a place in the draft, then the others under headings of their own. */
export function createClaimTables({ claims, unplaced }: Report): AppendixBlock[] {
  const placed = claims.map((claim) => createRow(claim, String(claim.number), `claim ${claim.number}`));
  return [
    ...createTable(placed),
    ...unplaced.flatMap((group): AppendixBlock[] => [
      { kind: 'heading', text: formatUnplacedHeading(group) },
      ...createTable(
        group.claims.map((claim, index) => createRow(claim, '–', formatUnplacedName(group, index + 1))),
      ),
    ]),
  ];
}
