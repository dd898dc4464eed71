import type { Verdict } from '../domain/verdict';

/** The key of each verdict, in the menu bar and in the window. */
export const verdictKeys: Record<Verdict, string> = {
  verified: 'V',
  disputed: 'D',
  unverifiable: 'X',
  unchecked: 'U',
};
