import { standingLooks, standings } from '../domain/verdict';
import { counted } from '../text/counted';
import { shownDays } from '../text/dates';
import type { Report, ReportClaim } from './report-model';

/** Ends a text like a sentence: with a full stop, unless it has its own end already. */
export function sentence(text: string): string {
  return /[.!?…]["'”’)]*\s*$/.test(text) ? text : `${text}.`;
}

/** Words put in quotes. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** Words that begin or end with a quotation mark get none around them. */
export const quotesItself = /^["“„«]|["”»]$/;

/** `Ada, Bo and Cy`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** By whom and when the article was checked: `Checked by Ada, 3 – 5 March 2026`. */
export function checkWords({ checked, checkedBy, timeZone }: Report): string {
  if (checked === null) return 'Nothing checked yet';
  const who = checkedBy.length === 0 ? 'the reviewer' : listed(checkedBy);
  return `Checked by ${who}, ${shownDays(checked.first, checked.last, timeZone)}`;
}

/** Which claims of the check are shown: `Shows 3 of 12 claims: disputed and to re-check`. */
export function shownWords({ options, claims, counts }: Report): string {
  if (options.standings.length === standings.length)
    return counts.total === 1 ? 'Shows the one claim' : `Shows all ${counted(counts.total, 'claim')}`;
  const which = listed(options.standings.map((standing) => standingLooks[standing].inSentence));
  return `Shows ${claims.length} of ${counted(counts.total, 'claim')}: ${which}`;
}

/** Why there is no claim to show. */
export function noClaimWords({ counts }: Report): string {
  return counts.total === 0 ? 'No claim was marked.' : 'No claim stands so.';
}

const reasons = {
  words: 'its words have changed since',
  sentence: 'its sentence has changed since',
  source: 'a source it rests on was withdrawn or found wrong',
};

/** Why a claim has to be checked again, as far as that may be told, with the verdict it had: null when it stands. */
export function recheckWords({
  standing,
  verdict,
  recheck,
}: Pick<ReportClaim, 'standing' | 'verdict' | 'recheck'>): string | null {
  if (standing !== 'recheck') return null;
  const why =
    recheck.length === 0 ? 'it has to be checked again' : listed(recheck.map((reason) => reasons[reason]));
  return `It was ${standingLooks[verdict].inSentence}; ${why}.`;
}
