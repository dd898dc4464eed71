import { type Print, reportAtLeast, reportAtMost } from '../../support/report-metrics';
import { type Revision, shouldPrintExamples } from './read-revisions';
import { type Group, groups, minClaimLength, scoreRevisions } from './score-revisions';

const bounds: Record<Group, { what: string; bound: number }> = {
  same: { what: 'verbatim, occurs once: exact span', bound: 99.9 },
  nearly: { what: 'similarity 0.9 and up: overlap 0.8', bound: 98 },
  edited: { what: 'similarity 0.6 to 0.9: overlap 0.5', bound: 94 },
  removed: { what: 'removed: not called unchanged or moved', bound: 100 },
};

/** Measures how the sentences of real revisions are carried. */
export function measureRealRevisions(print: Print, revisions: readonly Revision[]): void {
  const scores = scoreRevisions(revisions);
  print(`Real revisions (${revisions.length}; every sentence of ${minClaimLength} characters as a claim)`);
  for (const group of groups) {
    const { all, right, baselineRight } = scores[group];
    const toPercent = (count: number) => (100 * count) / Math.max(1, all);
    const beside = `${right} of ${all}; quotes matched separately ${toPercent(baselineRight).toFixed(1)}%`;
    reportAtLeast(print, { ...bounds[group], value: toPercent(right), digits: 1, unit: '%', beside });
  }
  const beside = `quotes matched separately: ${scores.baselineWrong} changed or removed, none flagged`;
  reportAtMost(print, { what: 'wrong without a flag', value: scores.wrong, bound: 0, beside });
  const { nearly, edited, wrong } = scoreRevisions(revisions, 1);
  print(
    `  with single sentences as the ground truth: ${nearly.right} of ${nearly.all} and ${edited.right} of ${edited.all} placed, ${wrong} wrong without a flag`,
  );
  if (shouldPrintExamples) for (const example of scores.examples) print(`    ${example}`);
}
