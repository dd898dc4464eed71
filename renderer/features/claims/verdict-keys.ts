import type { Verdict } from '../../../shared/domain/verdict';

/** The letter of each verdict. */
export const verdictKeys: Record<Verdict, string> = {
  verified: 'V',
  disputed: 'D',
  unverifiable: 'X',
  unchecked: 'U',
};
