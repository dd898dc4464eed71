import type { Draft } from '../../../domain/draft/draft';
import type { Report } from '../../model/report-model';
import { type AppliedCorrection, findAppliedCorrections } from './applied-corrections';
import { chooseSuggestions } from './choose-suggestions';
import { type ComposedChange, composeChanges } from './compose-changes';

export interface PlannedCorrections {
  /** The corrections that made the draft of the base draft. */
  applied: AppliedCorrection[];
  /** All changes of the base draft, those that the file may not allow included. */
  changes: ComposedChange[];
  /** Why a correction is not tracked, as a sentence, by the index of the claim. */
  untracked: Map<number, string>;
}

/**
 * Plans the changes of the base draft: the corrections that were applied to it since, and those that claims suggest. `base` is
 * null when the draft itself is the base.
 */
export function planCorrections(
  { claims }: Pick<Report, 'claims'>,
  draft: Draft,
  base: Draft | null,
): PlannedCorrections {
  const spans = claims.map(({ span }) => span);
  const applied = base ? findAppliedCorrections(base, draft, spans) : [];
  const { suggestions, untracked } = chooseSuggestions(draft, claims);
  const changes = composeChanges(draft.text, applied, suggestions);
  return { applied, changes, untracked };
}
