import type { CorrectionProblem } from './apply-corrections';

const reasons = {
  outside: 'is outside the text',
  emptied: 'leaves nothing of its paragraph',
  blankLine: 'holds a blank line, which would begin a paragraph',
};

/** A message that says why corrections can't be applied. The claims are in the order of their corrections. */
export function describeCorrectionProblem(
  problem: CorrectionProblem,
  claims: readonly { number: number }[],
): string {
  const getNumber = (index: number) => claims[index]?.number ?? '';
  if (problem.kind === 'overlap')
    return `The corrections of claims ${getNumber(problem.first)} and ${getNumber(problem.second)} are on the same words. Leave one of them out.`;
  return `The correction of claim ${getNumber(problem.index)} ${reasons[problem.kind]}. Change it, or leave it out.`;
}
