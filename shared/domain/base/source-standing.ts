import { formatDateRange } from '#shared/text/format/format-dates.ts';
import { endSentence } from '#shared/text/format/wording.ts';
import type { Source, SourceStanding } from './source.ts';

/** The fields of a source that say whether it is reliable, and if not, why and since when. */
export type StandingDetails = Pick<Source, 'standing' | 'standingReason' | 'standingSince'>;

/** The standing of a new source. */
export const goodStanding: StandingDetails = { standing: 'good', standingReason: null, standingSince: null };

/** Picks the standing with its reason and date, without the other fields that a source has. */
export function getStandingDetails(source: StandingDetails): StandingDetails {
  const { standing, standingReason, standingSince } = source;
  return { standing, standingReason, standingSince };
}

/** Whether the source itself is neither withdrawn nor wrong. A source that it repeats may be. */
export function isReliable({ standing }: Pick<Source, 'standing'>): boolean {
  return standing === 'good';
}

const descriptions: Record<SourceStanding, string | null> = {
  good: null,
  withdrawn: 'withdrawn',
  wrong: 'found wrong',
};

/** Describes what happened to an unreliable source; null for a reliable one. */
export function describeStanding({ standing }: Pick<Source, 'standing'>): string | null {
  return descriptions[standing];
}

/** The same with the day in an IANA time zone, if it is known: `withdrawn on 26 November 2026`. */
export function describeStandingWithDate(source: StandingDetails, timeZone: string): string | null {
  const { standingSince: since } = source;
  const description = describeStanding(source);
  return description && since ? `${description} on ${formatDateRange(since, since, timeZone)}` : description;
}

/** The same with the day and the reason: `withdrawn on 2 May 2026: it was a draft.` */
export function describeStandingWithReason(source: StandingDetails, timeZone: string): string | null {
  const description = describeStandingWithDate(source, timeZone);
  if (description === null) return null;
  return endSentence(
    source.standingReason === null ? description : `${description}: ${source.standingReason}`,
  );
}

/** A sentence about an unreliable source: `“Ledger” was withdrawn on 2 May 2026: it was a draft.` */
export function describeUnreliableSource(
  source: StandingDetails & Pick<Source, 'title'>,
  timeZone: string,
): string {
  return `“${source.title}” was ${describeStandingWithReason(source, timeZone) ?? 'withdrawn.'}`;
}
