import type { Draft } from '../../../domain/draft/draft';
import { untrackedAsRefused } from '../../../domain/word-comments';
import type { ReportClaim } from '../../model/report-claim';
import { own, type ReportText, text } from '../../origin/report-text';
import type { SuggestedCorrection } from './compose-changes';
import { trimCorrection } from './trim-correction';

export interface ChosenSuggestions {
  /** In order, none on the words of another. */
  suggestions: SuggestedCorrection[];
  /** Why the correction of a claim is not tracked, as a sentence; by the index of the claim. */
  untracked: Map<number, ReportText>;
}

/** Whether two changes are on the same words or at the same place. */
function meets(a: SuggestedCorrection, b: SuggestedCorrection): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/**
 * Chooses the corrections of claims that become tracked changes, trimmed to the words that differ: not those that
 * the author did not take, unless the reviewer insists. If several are on the same words, the first
 * in reading order is tracked. The claims must be in reading order.
 */
export function chooseSuggestions(draft: Draft, claims: readonly ReportClaim[]): ChosenSuggestions {
  const suggestions: SuggestedCorrection[] = [];
  const untracked = new Map<number, ReportText>();
  /** Those that reach as far as the claim, so that the time does not grow with the square of their number. */
  let near: SuggestedCorrection[] = [];
  for (const [comment, claim] of claims.entries()) {
    const { span, words, correction } = claim;
    // Words that the report leaves out can't be changed in sight of everybody.
    const isShown = draft.text.slice(span.start, span.end) === words;
    const trimmed = correction === null || !isShown ? null : trimCorrection(words, correction);
    if (!trimmed) continue;
    if (claim.isCorrectionRefused) {
      untracked.set(comment, own(untrackedAsRefused));
      continue;
    }
    const suggestion = {
      start: span.start + trimmed.start,
      end: span.start + trimmed.end,
      text: trimmed.text,
      comment,
    };
    near = near.filter(({ end }) => end >= span.start);
    const other = near.find((one) => meets(one, suggestion));
    const number = other && claims[other.comment]?.number;
    if (number !== undefined)
      untracked.set(
        comment,
        text`Not tracked: it is on the same words as the correction of claim ${number}.`,
      );
    else {
      suggestions.push(suggestion);
      near.push(suggestion);
    }
  }
  return { suggestions: suggestions.sort((a, b) => a.start - b.start || a.end - b.end), untracked };
}
