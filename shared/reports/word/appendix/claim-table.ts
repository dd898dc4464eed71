import { statusLooks } from '../../../domain/verdict';
import { isolate } from '../../../text/format/isolate';
import type { ClaimDetails } from '../../model/report-claim';
import type { Report } from '../../model/report-model';
import {
  describeMissingEvidence,
  formatUnplacedHeading,
  formatUnplacedName,
  listVerdictSentences,
} from '../../wording/describe-claim';
import { createEvidenceLine } from '../comments/evidence-line';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock, PlanLine } from '../word-plan';

/** One row of a table of claims. */
interface ClaimRow {
  /** The name of its part. */
  name: string;
  cells: PlanLine[];
}

const headings = ['Claim', 'Words', 'Verdict', 'Correction', 'Note', 'Evidence'];

function createField(claim: ClaimDetails, field: 'note' | 'correction' | 'changes'): PlanLine {
  return listVerdictSentences(claim, isolate)
    .filter((sentence) => sentence.field === field)
    .map(({ text }) => createRun(text, { field }));
}

function createRow(claim: ClaimDetails, number: string, name: string): ClaimRow {
  const evidence = claim.evidence.flatMap((one, index) => [
    ...(index > 0 ? [createRun(' ')] : []),
    ...createEvidenceLine(one, true),
  ]);
  const changes = createField(claim, 'changes');
  const verdict = createRun(statusLooks[claim.status].label, { isBold: true });
  return {
    name,
    cells: [
      [createRun(number)],
      [createRun(isolate(claim.words))],
      changes.length === 0 ? [verdict] : [verdict, createRun('. '), ...changes],
      createField(claim, 'correction'),
      createField(claim, 'note'),
      evidence.length === 0 ? [createRun(describeMissingEvidence(claim))] : evidence,
    ],
  };
}

/** Columns without any content are left out, so that the others have their room. */
function createTable(rows: readonly ClaimRow[]): AppendixBlock[] {
  if (rows.length === 0) return [];
  const isFilled = (_: unknown, column: number) => rows.some(({ cells }) => (cells[column] ?? []).length > 0);
  const header = headings.map((heading) => [createRun(heading, { isBold: true })]);
  return [
    {
      kind: 'table',
      rows: [header, ...rows.map(({ cells }) => cells)].map((row) => row.filter(isFilled)),
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
