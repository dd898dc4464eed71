import { describeCounts } from '#shared/coverage/describe-coverage.ts';
import type { PageOrTime } from '#shared/domain/base/draft.ts';
import * as places from '#shared/domain/base/draft.ts';
import { type Stance, stanceLabels } from '#shared/domain/base/evidence.ts';
import * as sources from '#shared/domain/base/source.ts';
import * as standings from '#shared/domain/base/source-standing.ts';
import { type ClaimStatus, statusLooks } from '#shared/domain/base/verdict.ts';
import { formatCommentHeading } from '#shared/domain/base/word-comments.ts';
import { describeVerifiedCaveats } from '#shared/domain/claims/evidence-gaps.ts';
import { type SentenceState, sentenceStateLabels } from '#shared/domain/review/progress.ts';
import { getQueryRuleLabel } from '#shared/queries/base/query.ts';
import * as dates from '#shared/text/format/format-dates.ts';
import * as numbers from '#shared/text/format/numbers.ts';
import { type Literal, type OwnText, trustOwn } from './report-text.ts';

/*
 * Our own words, made of numbers, dates and enumerations. Functions here must not take text that people typed: their parameters
 * allow only values that a schema checked.
 */

/** Wraps a function so that its result counts as our own words. */
function trustResult<Args extends unknown[]>(write: (...args: Args) => string): (...args: Args) => OwnText {
  return (...args) => trustOwn(write(...args));
}

function trustAnyResult<Args extends unknown[]>(write: (...args: Args) => string | null) {
  return (...args: Args): OwnText | null => trustAny(write(...args));
}

function trustAny(words: string | null): OwnText | null {
  return words === null ? null : trustOwn(words);
}

export const formatNumber = trustResult(numbers.formatNumber);
export const formatDateTime = trustResult(dates.formatDateTime);
export const formatDateRange = trustResult(dates.formatDateRange);
export const formatFileSize = trustResult(numbers.formatFileSize);
export const formatPlayingTime = trustResult(numbers.formatPlayingTime);
export const describeCoverage = trustResult(describeCounts);
export const nameQueryRule = trustResult(getQueryRuleLabel);
/** The first line of a comment, by which we recognise it when the file comes back. */
export const headComment = trustResult(formatCommentHeading);
export const describePlace = trustAnyResult((place: PageOrTime) => places.describePlace(place, 'page'));
export const describeCaveats = trustAnyResult(describeVerifiedCaveats);
export const describePrimacy = trustAnyResult(sources.describePrimacy);
export const describeStanding = trustAnyResult(standings.describeStanding);

/** A number with its noun: `3 claims`. */
export function formatCount<const One extends string, const Many extends string>(
  count: number,
  one: One & Literal<One>,
  many?: Many & Literal<Many>,
): OwnText {
  return trustOwn(numbers.formatCount(count, one, many));
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

/** The name of a time zone. Throws unless the system knows it. */
export function nameTimeZone(timeZone: string): OwnText {
  new Intl.DateTimeFormat('en-GB', { timeZone });
  return trustOwn(timeZone);
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

export function nameSentenceState(state: SentenceState): OwnText {
  return trustOwn(sentenceStateLabels[state]);
}

/** Only digits and the signs of dates and times, which can't name anybody. */
const dateSigns = /^[\d\-+:.TZ]*$/;

function checkDate(date: string): string {
  if (!dateSigns.test(date)) throw new Error('a date has letters');
  return date;
}
