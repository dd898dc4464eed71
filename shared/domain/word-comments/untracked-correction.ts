/** Says in the comment on a claim that the author did not take its correction before. */
export const untrackedAsRefused = 'Not tracked again: the author did not take it.';

/** Whether a comment or footnote, on one line, asks the author about its correction: not about one that they did not take before. */
export function asksAboutCorrection(text: string): boolean {
  return !text.includes(untrackedAsRefused);
}
