import type { RecheckReason } from '../../domain/claims/recheck';
import { fellWords } from '../../domain/sources/withdrawn-source';
import { standingLooks, standings } from '../../domain/verdict';
import { counted } from '../../text/format/count-of';
import { shownDays } from '../../text/format/dates';
import { shownNumber } from '../../text/format/format-number';
import { asWritten, type Telling } from '../../text/format/isolate';
import { changesInWords } from '../../text-changes/describe-changes';
import type { Report, ReportSource, ToldClaim, UnplacedGroup } from '../model/report-model';

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
export function checkWords({ checked, checkedBy, timeZone }: Report, tell: Telling = asWritten): string {
  if (checked === null) return 'Nothing checked yet';
  const who = checkedBy.length === 0 ? 'the reviewer' : listed(checkedBy.map(tell));
  return `Checked by ${who}, ${shownDays(checked.first, checked.last, timeZone)}`;
}

/** How many claims of the check are shown, in the article or without a place; what was cut is no part of it. */
export function shownCount({ claims, unplaced }: Pick<Report, 'claims' | 'unplaced'>): number {
  const waiting = unplaced.filter(({ state }) => state === 'waiting');
  return waiting.reduce((sum, group) => sum + group.claims.length, claims.length);
}

/** Which claims of the check are shown: `Shows 3 of 12 claims: disputed and to re-check`. */
export function shownWords(report: Report): string {
  const { options, counts } = report;
  if (options.standings.length === standings.length)
    return counts.total === 1 ? 'Shows the one claim' : `Shows all ${counted(counts.total, 'claim')}`;
  const which = listed(options.standings.map((standing) => standingLooks[standing].inSentence));
  return `Shows ${shownNumber(shownCount(report))} of ${counted(counts.total, 'claim')}: ${which}`;
}

/** Why there is no claim in the article to show. */
export function noClaimWords({ options, unplaced, draftNumber }: Report): string {
  const isAll = options.standings.length === standings.length;
  if (unplaced.length === 0) return isAll ? 'No claim was marked.' : 'No claim stands so.';
  return `No claim with a place in draft ${draftNumber}${isAll ? '' : ' stands so'}.`;
}

/** What claims that stand nowhere in the article are listed under. */
export function unplacedHeading({
  state,
  draftNumber,
}: Pick<UnplacedGroup, 'state' | 'draftNumber'>): string {
  return `${state === 'cut' ? 'Cut from' : 'Waiting for a place in'} draft ${draftNumber}`;
}

/** What one of them is called, by its position, counted from 1: it has no number. */
export function unplacedName(group: Pick<UnplacedGroup, 'state' | 'draftNumber'>, position: number): string {
  return `entry ${position} of ${quoted(unplacedHeading(group))}`;
}

const reasons: Record<RecheckReason, string> = {
  correction: 'a correction was applied since',
  words: 'its words have changed since',
  sentence: 'its sentence has changed since',
  source: 'a source it rests on was withdrawn or found wrong',
};

/** Which sources fell; those that are not to be named are told without their number. */
function fallenWords(fallen: readonly ReportSource[]): string[] {
  const told = fallen.flatMap((source) =>
    source.confidential ? [] : [`source ${source.number} was ${fellWords(source)}`],
  );
  return told.length > 0 ? told : [reasons.source];
}

/** Why a claim has to be checked again, as far as that may be told, its verdict before, and what changed: null when it stands. */
export function recheckWords(
  {
    standing,
    verdict,
    recheck,
    changes,
    fallen,
  }: Pick<ToldClaim, 'standing' | 'verdict' | 'recheck' | 'changes' | 'fallen'>,
  tell: Telling = asWritten,
): string | null {
  if (standing !== 'recheck') return null;
  const why =
    recheck.length === 0
      ? 'it has to be checked again'
      : listed(recheck.flatMap((reason) => (reason === 'source' ? fallenWords(fallen) : reasons[reason])));
  return [
    `It was ${standingLooks[verdict].inSentence}; ${why}.`,
    ...(changes.length > 0 ? [changesInWords(changes, undefined, tell)] : []),
  ].join(' ');
}
