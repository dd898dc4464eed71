import {
  isChosenByReviewer,
  maxCandidates,
  type Placement,
  placementStatuses,
} from '../domain/base/placement.ts';
import { formatNumber } from '../text/format/numbers.ts';
import type { Span } from '../text/span.ts';
import type { CarriedClaim } from './carried-review.ts';

/** The candidates among which a reviewer chooses when a claim's span in a new draft is uncertain. */
interface CandidateSummary {
  readonly candidateCount: number;
  /** Whether every candidate holds the claim's own text. */
  readonly areVerbatim: boolean;
}

/** Summarizes candidates, UTF-16 spans of the new draft’s `text`, for a claim that was on `words`. */
export function summarizeCandidates(
  candidates: readonly Span[],
  text: string,
  words: string,
): CandidateSummary {
  const areVerbatim = candidates.every(({ start, end }) => text.slice(start, end) === words);
  return { candidateCount: candidates.length, areVerbatim };
}

/** "3 places"; the count is never 1. */
function formatPlaces(count: number): string {
  return `${count}${count < maxCandidates ? '' : ' or more'} places`;
}

/** One line for a list of claims. */
export function describeAmbiguityInList({ candidateCount, areVerbatim }: CandidateSummary): string {
  if (candidateCount === 1)
    return areVerbatim
      ? 'Ambiguous: its words are in one place, which may be a different one'
      : 'Ambiguous: most of its words are gone, and others may have replaced them';
  return `Ambiguous: ${areVerbatim ? 'its words are' : 'it may be'} in ${formatPlaces(candidateCount)}`;
}

/** A prompt where the reviewer chooses the place. */
export function describeAmbiguityInQueue({ candidateCount, areVerbatim }: CandidateSummary): string {
  if (candidateCount === 1)
    return areVerbatim
      ? 'Its words are in the text again. Confirm whether this is the right place.'
      : 'Most of its words are gone. Confirm whether these replace them.';
  return `${areVerbatim ? 'Its words are' : 'It may be'} in ${formatPlaces(candidateCount)}, and it is unclear which one is meant. Choose one.`;
}

/** How a claim came into the next draft. The reviewer's decisions since never change it. */
type CarryOutcome = CarriedClaim['status'];

/** In the order in which they are shown. Their names are also the words that are shown. */
const carryOutcomes = placementStatuses.filter((status) => status !== 'marked');

interface OutcomeCount {
  count: number;
  label: CarryOutcome;
}

/** Counts the claims that are carried into a draft by their outcome, each once. Claims that were marked there are not counted. */
export function countCarriedClaims(claims: Iterable<Pick<Placement, 'status'>>): OutcomeCount[] {
  const statuses = Array.from(claims, ({ status }) => status);
  return carryOutcomes.map((label) => ({
    count: statuses.filter((status) => status === label).length,
    label,
  }));
}

/** Describes what became of the claims: `3 unchanged, 1 moved, 1 lost`. Null when there are none. */
export function describeCarryCounts(counts: readonly OutcomeCount[]): string | null {
  const parts = counts.filter(({ count }) => count > 0);
  return parts.length === 0
    ? null
    : parts.map(({ count, label }) => `${formatNumber(count)} ${label}`).join(', ');
}

/** How many carried claims have to be looked at where they are: judged ones, and those that nobody judged. */
export function countChangedTexts(claims: readonly CarriedClaim[]): Record<'recheck' | 'unjudged', number> {
  const changed = claims.filter(({ span, resolved }) => span && !resolved);
  const recheck = changed.filter((claim) => claim.recheck).length;
  return { recheck, unjudged: changed.length - recheck };
}

/** Counts the claims whose words were not found for certain by what the reviewer did with them since. */
export function countUnfoundClaims(
  placements: readonly Placement[],
): Record<'attached' | 'waiting' | 'retired', number> {
  const unfound = placements.filter(isChosenByReviewer);
  const attached = unfound.filter(({ span }) => span).length;
  const retired = unfound.filter(({ span, resolved }) => !span && resolved).length;
  return { attached, waiting: unfound.length - attached - retired, retired };
}
