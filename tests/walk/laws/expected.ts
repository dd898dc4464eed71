import { backingGapLabels, backingOf } from '../../../shared/domain/backing';
import type { Claim } from '../../../shared/domain/claim';
import { outlineOf } from '../../../shared/domain/outline';
import { unplacedClaims } from '../../../shared/domain/queue';
import type { Span } from '../../../shared/domain/span';
import { fallenSources, standingOf } from '../../../shared/domain/standing';
import { type Standing, standingLooks } from '../../../shared/domain/verdict';
import { shorten } from '../../../shared/text/shorten';
import type { Stored } from '../app/stored';

/** A claim as the screen has to show it. */
export interface ExpectedClaim {
  id: string;
  number: number;
  span: { start: number; end: number };
  words: string;
  standing: Standing;
  /** What is said of its sources, such as "no source". */
  gaps: string[];
}

/** What the screen has to show of what is stored: derived anew, from the first line of the history on. */
export function expectedOf(stored: Stored): { claims: ExpectedClaim[]; unplaced: Standing[] } {
  const { review, draft } = stored;
  const claims = outlineOf(review, draft.id).map(({ claim, number, span }) => ({
    ...{ id: claim.id, number, span },
    words: draft.text.slice(span.start, span.end),
    standing: standingNow(stored, claim, span),
    gaps: backingOf(review, claim.id).gaps.map((gap) => backingGapLabels[gap].toLowerCase()),
  }));
  const unplaced = unplacedClaims(review, draft.id).map(({ claim }) =>
    standingOf(review, draft, claim, null),
  );
  return { claims, unplaced };
}

/** How claims stood when it was last asked, and what that depended on: to find the sentence of each takes its time. */
const known = new WeakMap<Claim, { on: string; standing: Standing }>();

function standingNow({ review, draft }: Stored, claim: Claim, span: Span): Standing {
  const fallen = claim.judged ? fallenSources(review, claim.id) : [];
  const on = [draft.id, span.start, span.end, ...fallen].join(' ');
  const before = known.get(claim);
  if (before?.on === on) return before.standing;
  const standing = standingOf(review, draft, claim, span);
  known.set(claim, { on, standing });
  return standing;
}

const isOpen = (standing: Standing) => standing === 'unchecked' || standing === 'recheck';

/** Whether a claim is listed under a filter, by the filter's words. */
export function isListed({ standing, gaps }: ExpectedClaim, filter: string): boolean {
  if (filter === 'All') return true;
  if (filter === 'Open') return isOpen(standing);
  const gap = {
    'No source': 'no source',
    'Source withdrawn': 'source withdrawn or wrong',
    'One source': 'one source only',
    Secondary: 'secondary only',
  }[filter];
  return gap === undefined ? standingLooks[standing].label === filter : gaps.includes(gap);
}

/** The counts of the status bar, in its words. */
export function countsOf(standings: readonly Standing[]): string {
  const count = (wanted: Standing) => standings.filter((standing) => standing === wanted).length;
  const told = (['verified', 'disputed', 'unverifiable', 'recheck', 'unchecked'] as const)
    .filter((standing) => standing !== 'recheck' || count(standing) > 0)
    .map((standing) => `${count(standing)} ${standingLooks[standing].inSentence}`);
  return `${told.join(' · ')} · ${standings.filter(isOpen).length} open`;
}

export const onLine = (words: string) => words.replace(/\s+/g, ' ').trim();

/** What a row has to begin with. */
export const rowWords = ({ number, standing, words }: ExpectedClaim) =>
  onLine(`${number}${standingLooks[standing].glyph}${shorten(words, 60).replace(/…$/, '')}`);
