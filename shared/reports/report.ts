import { type Draft, opensWithTitle } from '../domain/draft';
import { outlineOf, type PlacedClaim } from '../domain/outline';
import { openOf, progressOf, totalOf } from '../domain/progress';
import { articleOf, type Review } from '../domain/review';
import { recheckReasons, standingOf } from '../domain/standing';
import { countWords } from '../text/words';
import type { ReportOptions } from './options';
import { reportBlocks } from './report-blocks';
import type { Report, ReportClaim } from './report-model';
import { SourceNumbers } from './report-sources';

/** What a report says beside the review: the moment it is made, by whom, and in which zone moments are written. */
interface ReportFacts {
  /** RFC 3339 in UTC. */
  at: string;
  /** The reviewer's name, as long as no verdict carries one; null when none was given. */
  by: string | null;
  /** IANA name, such as Europe/Vienna. */
  timeZone: string;
}

function reportClaim(
  review: Review,
  draft: Draft,
  { number, claim, span }: PlacedClaim,
  numbers: SourceNumbers,
  options: ReportOptions,
): ReportClaim {
  const { verdict, judged, note, correction, claimant, kind } = claim;
  return {
    number,
    words: draft.text.slice(span.start, span.end),
    standing: standingOf(review, draft, claim, span),
    verdict,
    recheck: recheckReasons(review, draft, claim, span),
    judged: judged && { by: judged.by, at: judged.at },
    note: options.notes ? note : null,
    correction,
    claimant,
    kind,
    evidence: numbers.evidenceOf(claim.id),
  };
}

/**
 * The report of one draft's check. Pure: the same review, draft, options and facts give the same report. What confidential
 * sources hold is not in it. Throws when the review holds no article: that is a bug, not a state.
 */
export function buildReport(
  review: Review,
  draft: Draft,
  options: ReportOptions,
  facts: ReportFacts,
): Report {
  const { title, byline, link, publishedAt, language } = articleOf(review);
  const numbers = new SourceNumbers(review, options.notes);
  const outline = outlineOf(review, draft.id);
  const claims = outline.map((placed) => reportClaim(review, draft, placed, numbers, options));
  const shown = outline.map(({ number, span }, at) => {
    return { number, span, standing: claims[at]?.standing ?? 'unchecked' };
  });
  const progress = progressOf(claims.map(({ standing }) => standing));
  const sources = numbers.all();
  const moments = claims.flatMap(({ judged }) => judged?.at ?? []).sort();
  const [first, last] = [moments[0], moments.at(-1)];
  const reviewers = new Set(claims.flatMap(({ judged }) => judged?.by ?? []));
  if (reviewers.size === 0 && facts.by !== null) reviewers.add(facts.by);
  return {
    ...{ title, byline, link, publishedAt, language },
    draftNumber: draft.number,
    words: countWords(draft.text),
    checkedBy: [...reviewers],
    checked: first && last ? { first, last } : null,
    madeAt: facts.at,
    timeZone: facts.timeZone,
    counts: {
      ...progress,
      total: totalOf(progress),
      open: openOf(progress),
      sources: sources.length,
      // Whether a confidential source is primary could be told from the others, so it is not counted.
      primary: sources.filter((source) => !source.confidential && source.primary).length,
    },
    opensWithTitle: opensWithTitle(draft, title),
    blocks: reportBlocks(draft, shown),
    claims,
    sources,
  };
}
