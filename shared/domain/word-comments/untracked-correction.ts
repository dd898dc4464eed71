/** Says in the comment on a verified claim that its correction is no tracked change. */
export const untrackedAsVerified = 'Not tracked: the claim is verified as it is.';

/** Says in the comment on a claim that the author did not take its correction before. */
export const untrackedAsRefused = 'Not tracked again: the author did not take it.';

/** Whether a comment or footnote, on one line, asks the author about its correction: not that of a verified claim. */
export function asksAboutCorrection(text: string): boolean {
  return !text.includes(untrackedAsVerified);
}
