import { type Draft, opensWithTitle, pageAt } from '../domain/draft';
import { outlineOf, type PlacedClaim } from '../domain/outline';
import { openOf, progressOf, totalOf } from '../domain/progress';
import { articleOf, type Review } from '../domain/review';
import { type RecheckReason, recheckReasons } from '../domain/standing';
import { type Standing, standings } from '../domain/verdict';
import { countWords } from '../text/words';
import type { ReportOptions } from './options';
import { reportBlocks } from './report-blocks';
import type { Report, ReportClaim } from './report-model';
import { evidenceOf, NumberedSources, toldReasons } from './report-sources';

/** What a report says beside the review: the moment it is made, by whom, and in which zone moments are written. */
export interface ReportFacts {
  /** RFC 3339 in UTC. */
  at: string;
  /** The reviewer's name, as long as no verdict carries one; null when none was given. */
  by: string | null;
  /** IANA name, such as Europe/Vienna. */
  timeZone: string;
}

/** A claim with how it stands. */
export interface StandingClaim extends PlacedClaim {
  standing: Standing;
  recheck: RecheckReason[];
}

/** The claims of the draft in reading order, and how each stands; the longest part of making a report of many. */
export function standingClaims(review: Review, draft: Draft): StandingClaim[] {
  return outlineOf(review, draft.id).map((placed) => {
    const recheck = recheckReasons(review, draft, placed.claim, placed.span);
    return { ...placed, recheck, standing: recheck.length > 0 ? 'recheck' : placed.claim.verdict };
  });
}

function reportClaim(
  { number, claim, span, standing, recheck }: StandingClaim,
  draft: Draft,
  review: Review,
  sources: NumberedSources,
  options: ReportOptions,
): ReportClaim {
  const { verdict, judged, note, correction, claimant, kind } = claim;
  return {
    ...{ number, span, words: draft.text.slice(span.start, span.end), standing, verdict },
    page: pageAt(draft.blocks, span.start),
    recheck: toldReasons(review, claim, recheck),
    judged: judged && { by: judged.by, at: judged.at },
    note: options.notes ? note : null,
    ...{ correction, claimant, kind },
    evidence: sources.of(claim.id),
  };
}

/** By whom and when the claims were judged. */
function checkOf(claims: readonly StandingClaim[], by: string | null): Pick<Report, 'checked' | 'checkedBy'> {
  const moments = claims.flatMap(({ claim }) => claim.judged?.at ?? []).sort();
  const [first, last] = [moments[0], moments.at(-1)];
  const reviewers = new Set(claims.flatMap(({ claim }) => claim.judged?.by ?? []));
  if (reviewers.size === 0 && by !== null) reviewers.add(by);
  return { checkedBy: [...reviewers], checked: first && last ? { first, last } : null };
}

function countsOf(review: Review, claims: readonly StandingClaim[]): Report['counts'] {
  const progress = progressOf(claims.map(({ standing }) => standing));
  const used = new Set(
    claims.flatMap(({ claim }) => evidenceOf(review, claim.id).map(({ sourceId }) => sourceId)),
  );
  const sources = Array.from(used, (id) => review.sources.get(id));
  return {
    ...progress,
    total: totalOf(progress),
    open: openOf(progress),
    sources: sources.length,
    // Whether a confidential source is primary could be told from the others, so it is not counted.
    primary: sources.filter((source) => source && !source.confidential && source.primary).length,
  };
}

/**
 * The report of one draft's check. Pure: the same review, draft, options and facts give the same report. What confidential
 * sources hold is not in it. `all` are the draft's claims, for who knows them already. Throws when the review holds no
 * article: that is a bug, not a state.
 */
export function buildReport(
  review: Review,
  draft: Draft,
  options: ReportOptions,
  facts: ReportFacts,
  all: readonly StandingClaim[] = standingClaims(review, draft),
): Report {
  const { title, byline, link, publishedAt, language } = articleOf(review);
  const shown = all.filter(({ standing }) => options.standings.includes(standing));
  const sources = new NumberedSources(
    review,
    options,
    shown.map(({ claim }) => claim.id),
  );
  return {
    ...{ title, byline, link, publishedAt, language },
    draftNumber: draft.number,
    words: review.drafts.get(draft.id)?.words ?? countWords(draft.text),
    ...checkOf(all, facts.by),
    madeAt: facts.at,
    timeZone: facts.timeZone,
    counts: countsOf(review, all),
    options: {
      notes: options.notes,
      standings: standings.filter((standing) => options.standings.includes(standing)),
      style: options.style,
    },
    opensWithTitle: opensWithTitle(draft, title),
    blocks: reportBlocks(draft, shown),
    claims: shown.map((claim) => reportClaim(claim, draft, review, sources, options)),
    sources: sources.all(),
  };
}
