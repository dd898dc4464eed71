import type { Stance } from '../../../../shared/domain/evidence';
import type { Verdict } from '../../../../shared/domain/verdict';

/** The tone of each stance, borrowed from the verdicts. */
export const stanceTones: Record<Stance, Verdict> = {
  supports: 'verified',
  refutes: 'disputed',
  context: 'unchecked',
};
