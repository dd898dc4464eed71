import { describeChecked, describeCheckedBackups } from '../../../../../shared/contract/describe-check';
import { formatCount } from '../../../../../shared/text/format/format-count';
import type { CheckReport, Finding } from '../findings';

const kindLabels: Record<Finding['kind'], string> = {
  damage: 'Damaged',
  unchecked: 'Could not be checked',
  note: 'Note',
};

/** A report as lines of plain text, for a terminal. */
export function formatCheckReport({ counts, findings }: CheckReport): string[] {
  const backups = describeCheckedBackups(counts);
  return [
    `Verified: ${describeChecked(counts)}.`,
    ...(backups === null ? [] : [`Verified: ${backups}.`]),
    ...findings.flatMap(formatFinding),
    '',
    summarize(findings),
  ];
}

function formatFinding({ kind, title, file, problem, remedy, repair }: Finding): string[] {
  return [
    '',
    `${kindLabels[kind]}: ${file}${title === null ? '' : ` (“${title}”)`}`,
    `  ${problem}`,
    ...(repair
      ? [`  ${repair.description} Run with --repair to do so.`]
      : remedy === null
        ? []
        : [`  ${remedy}`]),
  ];
}

function summarize(findings: readonly Finding[]): string {
  const count = (wanted: Finding['kind']) => findings.filter(({ kind }) => kind === wanted).length;
  const [damaged, unchecked] = [count('damage'), count('unchecked')];
  if (damaged === 0 && unchecked === 0) return 'The library is whole.';
  const repairable = findings.filter(({ repair }) => repair !== null).length;
  return [
    damaged > 0 && `${formatCount(damaged, 'thing is', 'things are')} damaged.`,
    unchecked > 0 && `${formatCount(unchecked, 'file')} could not be checked.`,
    repairable > 0 && `${formatCount(repairable, 'repair')} can be made.`,
  ]
    .filter(Boolean)
    .join(' ');
}
