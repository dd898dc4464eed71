import { shownDays } from '../../text/format/dates';
import { sentence } from '../../text/format/end-sentence';
import type { Source } from '../source';

/** What is known of whether a source stands. */
export type SourceStands = Pick<Source, 'standing' | 'standingReason' | 'standingSince'>;

/** A source that stands: nothing was said against it. */
export const stands: SourceStands = { standing: 'good', standingReason: null, standingSince: null };

/** The part of a source that says whether it stands. */
export function standsOf({ standing, standingReason, standingSince }: SourceStands): SourceStands {
  return { standing, standingReason, standingSince };
}

/** What happened to a source that no longer stands; null while it does. */
export function fellWords({ standing }: Pick<Source, 'standing'>): string | null {
  if (standing === 'good') return null;
  return standing === 'withdrawn' ? 'withdrawn' : 'found wrong';
}

/** The same with its day, in an IANA time zone: `withdrawn on 26 November 2026`. An earlier version kept no day. */
export function fellWhenWords(source: SourceStands, timeZone: string): string | null {
  const { standingSince: since } = source;
  const words = fellWords(source);
  return words && since ? `${words} on ${shownDays(since, since, timeZone)}` : words;
}

/** The same with the reason: `withdrawn on 2 May 2026: it was a draft.` */
export function fellTold(source: SourceStands, timeZone: string): string | null {
  const told = fellWhenWords(source, timeZone);
  if (told === null) return null;
  return sentence(source.standingReason === null ? told : `${told}: ${source.standingReason}`);
}

/** A sentence that names a source that fell, its day and the reason: `“Ledger” was withdrawn on 2 May 2026: it was a draft.` */
export function fallenSentence(source: SourceStands & Pick<Source, 'title'>, timeZone: string): string {
  return `“${source.title}” was ${fellTold(source, timeZone) ?? 'withdrawn.'}`;
}
