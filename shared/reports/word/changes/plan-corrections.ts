import type { Draft } from '../../../domain/draft/draft';
import type { Report } from '../../model/report-model';
import { addQuotationMarks } from '../../wording/quotation-marks';
import { type AppliedCorrection, findAppliedCorrections, findInnermost } from './applied-corrections';
import { chooseSuggestions } from './choose-suggestions';
import { type ComposedChange, composeChanges } from './compose-changes';

export interface PlannedCorrections {
  /** The corrections that made the draft of the base draft. */
  applied: AppliedCorrection[];
  /** All changes of the base draft that can be tracked. */
  changes: ComposedChange[];
  /** Why a correction is not tracked, as a sentence, by the index of the claim. */
  untracked: Map<number, string>;
}

/**
 * Plans the changes of the base draft: the corrections that were applied to it since, and those that claims suggest. `base` is
 * null when the draft itself is the base. A text with a line break is no tracked change, because it would begin a line of its own in the file.
 */
export function planCorrections(
  { claims }: Pick<Report, 'claims'>,
  draft: Draft,
  base: Draft | null,
): PlannedCorrections {
  const spans = claims.map(({ span }) => span);
  const applied = base ? findAppliedCorrections(base, draft, spans) : [];
  const { suggestions, untracked } = chooseSuggestions(draft, claims);
  const changes: ComposedChange[] = [];
  for (const change of composeChanges(draft.text, applied, suggestions)) {
    if (!/[\n\r]/.test(change.text)) {
      changes.push(change);
      continue;
    }
    const claim = change.suggestion?.comment ?? findInnermost(spans, change.current);
    if (claim !== -1)
      untracked.set(
        claim,
        `Changed to ${addQuotationMarks(change.text)} in the draft. Not tracked: it has a line break.`,
      );
  }
  return { applied, changes, untracked };
}
