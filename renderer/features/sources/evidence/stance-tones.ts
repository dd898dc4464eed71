import type { Stance } from '../../../../shared/domain/evidence';
import type { Verdict } from '../../../../shared/domain/verdict';

/** The colour of each stance: the one of a verdict. */
export const stanceTones: Record<Stance, Verdict> = {
  supports: 'verified',
  refutes: 'disputed',
  context: 'unchecked',
};
