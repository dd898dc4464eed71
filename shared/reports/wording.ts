import { standingLooks } from '../domain/verdict';
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

const reasons = {
  words: 'its words have changed since',
  sentence: 'its sentence has changed since',
  source: 'a source it rests on was withdrawn or found wrong',
};

/** Why a claim has to be checked again, with the verdict it had: null when it stands. */
export function recheckWords({ standing, verdict, recheck }: ReportClaim): string | null {
  if (standing !== 'recheck') return null;
  return `It was ${standingLooks[verdict].inSentence}; ${listed(recheck.map((reason) => reasons[reason]))}.`;
}
