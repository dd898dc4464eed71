import { describeCounts } from '../../coverage/describe-coverage';
import type { Place } from '../../domain/draft/place';
import * as places from '../../domain/draft/place';
import { type Stance, stanceLabels } from '../../domain/evidence';
import { describeVerifiedCaveats, type VerifiedCaveats } from '../../domain/overview/verified-caveats';
import type { CoverageCounts } from '../../domain/review/coverage-counts';
import * as sources from '../../domain/source';
import * as standings from '../../domain/sources/source-standing';
import { type ClaimStatus, statusLooks } from '../../domain/verdict';
import { type CommentHeading, formatCommentHeading } from '../../domain/word-comments';
import { getQueryRuleLabel, type QueryRule } from '../../queries/query';
import * as dates from '../../text/format/format-dates';
import * as counts from '../../text/format/numbers';
import * as sizes from '../../text/format/numbers';
import * as times from '../../text/format/numbers';
import * as numbers from '../../text/format/numbers';
import { type Literal, type OwnText, trustOwn } from './report-text';

/*
 * Words of our own that are made of numbers, dates and enumerations. Nothing that people typed may be an argument here: the parameters
 * allow only what a schema checked.
 */

/** A number with its noun: `3 claims`. */
export function formatCount<const One extends string, const Many extends string>(
  count: number,
  one: One & Literal<One>,
  many?: Many & Literal<Many>,
): OwnText {
  return trustOwn(counts.formatCount(count, one, many));
}

export function formatNumber(number: number): OwnText {
  return trustOwn(numbers.formatNumber(number));
}

/** A calendar date, which a schema checked, as `2 Nov 2026`. */
export function formatDate(date: string): OwnText {
  return trustOwn(dates.formatDate(checkDate(date)));
}

/** A calendar date as it is stored: `2026-11-02`. */
export function writeDate(date: string): OwnText {
  return trustOwn(checkDate(date));
}

/** A timestamp (RFC 3339) as it is stored. */
export function writeTime(timestamp: string): OwnText {
  return trustOwn(checkDate(timestamp));
}

export function formatDateTime(timestamp: string, timeZone: string): OwnText {
  return trustOwn(dates.formatDateTime(timestamp, timeZone));
}

export function formatDateRange(first: string, last: string, timeZone: string): OwnText {
  return trustOwn(dates.formatDateRange(first, last, timeZone));
}

/** The name of a time zone, from the list of the system. Throws when it is none. */
export function nameTimeZone(timeZone: string): OwnText {
  new Intl.DateTimeFormat('en-GB', { timeZone });
  return trustOwn(timeZone);
}

export function formatFileSize(bytes: number): OwnText {
  return trustOwn(sizes.formatFileSize(bytes));
}

export function formatPlayingTime(timeMs: number): OwnText {
  return trustOwn(times.formatPlayingTime(timeMs));
}

export function describePlace(place: Place, pageWord: 'page' | 'Page'): OwnText | null {
  return trustAny(places.describePlace(place, pageWord));
}

export function describeCoverage(coverage: CoverageCounts): OwnText {
  return trustOwn(describeCounts(coverage));
}

export function describeCaveats(
  caveats: VerifiedCaveats,
  verifiedCount: number,
  isPublic: boolean,
): OwnText | null {
  return trustAny(describeVerifiedCaveats(caveats, verifiedCount, isPublic));
}

export function describePrimacy(source: Parameters<typeof sources.describePrimacy>[0]): OwnText | null {
  return trustAny(sources.describePrimacy(source));
}

export function describeStanding(source: Parameters<typeof standings.describeStanding>[0]): OwnText | null {
  return trustAny(standings.describeStanding(source));
}

export function describeStandingWithDate(
  { standing, standingSince }: Pick<standings.StandingDetails, 'standing' | 'standingSince'>,
  timeZone: string,
): OwnText | null {
  return trustAny(
    standings.describeStandingWithDate({ standing, standingSince, standingReason: null }, timeZone),
  );
}

/** How a status is named: as a label, in a sentence, and as a sign. */
export function nameStatus(status: ClaimStatus): Record<'label' | 'inSentence' | 'glyph', OwnText> {
  const { label, inSentence, glyph } = statusLooks[status];
  return { label: trustOwn(label), inSentence: trustOwn(inSentence), glyph: trustOwn(glyph) };
}

export function nameStance(stance: Stance): OwnText {
  return trustOwn(stanceLabels[stance]);
}

export function nameSourceKind(kind: keyof typeof sources.sourceKindLabels): OwnText {
  return trustOwn(sources.sourceKindLabels[kind]);
}

export function nameQueryRule(rule: QueryRule): OwnText {
  return trustOwn(getQueryRuleLabel(rule));
}

/** The first line of a comment, by which it is recognised when the file comes back. */
export function headComment(heading: CommentHeading): OwnText {
  return trustOwn(formatCommentHeading(heading));
}

function trustAny(words: string | null): OwnText | null {
  return words === null ? null : trustOwn(words);
}

/** Figures and the signs of dates and times alone: nothing that could name anybody. */
const dateSigns = /^[\d\-+:.TZ]*$/;

function checkDate(date: string): string {
  if (!dateSigns.test(date)) throw new Error('a date has letters');
  return date;
}
