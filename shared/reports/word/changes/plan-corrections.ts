import type { Draft } from '../../../domain/draft/draft';
import type { Report } from '../../model/report-model';
import { type ReportText, type SearchedText, searchText } from '../../origin/report-text';
import type { TextPlace } from '../../origin/searched-texts';
import { type AppliedCorrection, findAppliedCorrections } from './applied-corrections';
import { chooseSuggestions } from './choose-suggestions';
import { type ComposedChange, composeChanges } from './compose-changes';

/** A change of the base draft's text, and the words of that draft which it replaces. */
export interface PlannedCorrection extends ComposedChange {
  text: SearchedText;
  replaced: SearchedText;
}

export interface PlannedCorrections {
  /** The corrections that made the draft of the base draft. */
  applied: AppliedCorrection[];
  /** All changes of the base draft, those that the file may not allow included. */
  changes: PlannedCorrection[];
  /** Why a correction is not tracked, as a sentence, by the index of the claim. */
  untracked: Map<number, ReportText>;
}

/**
 * Plans the changes of the base draft: the corrections that were applied to it since, and those that claims suggest. `base` is
 * null when the draft itself is the base.
 */
export function planCorrections(
  { claims, texts }: Pick<Report, 'claims' | 'texts'>,
  draft: Draft,
  base: Draft | null,
): PlannedCorrections {
  const spans = claims.map(({ span }) => span);
  const applied = base ? findAppliedCorrections(base, draft, spans) : [];
  const { suggestions, untracked } = chooseSuggestions(draft, claims);
  const changes = composeChanges(draft.text, applied, suggestions).map((change): PlannedCorrection => {
    const { start, end, text, suggestion } = change;
    const claim = suggestion ? claims[suggestion.comment] : undefined;
    const claimId = claim?.id ?? null;
    // A change may span words that stay, in an earlier draft as in this one; the corrections are searched with their claims.
    const context = () => claim?.correction ?? '';
    const place: TextPlace = { row: `changes/${claimId}`, owner: null, claimId, context, article: 'enough' };
    const replaced = (base ?? draft).text.slice(start, end);
    return {
      ...change,
      text: searchText(texts, 'trackedChange', place, text),
      replaced: searchText(texts, 'trackedChange', place, replaced),
    };
  });
  return { applied, changes, untracked };
}
