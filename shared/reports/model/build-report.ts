import { type Draft, opensWithTitle, pageAt } from '../../domain/draft';
import type { ReportOptions } from '../../domain/report-options';
import { openOf, progressOf, totalOf } from '../../domain/review/progress';
import { articleOf, type Review } from '../../domain/review/review';
import { standings } from '../../domain/verdict';
import { blockDirection } from '../../drafts/block-direction';
import { countWords } from '../../text/segmenter/words';
import { type DraftClaims, draftClaims } from './draft-claims';
import { reportBlocks } from './report-blocks';
import { type AnyClaim, grouped, toldClaim } from './report-claims';
import type { Report } from './report-model';
import { evidenceOf, NumberedSources } from './report-sources';

/** What a report says beside the review: the moment it is made, by whom, and in which zone moments are written. */
export interface ReportFacts {
  /** RFC 3339 in UTC. */
  at: string;
  /** The reviewer's name, as long as no verdict carries one; null when none was given. */
  by: string | null;
  /** IANA name, such as Europe/Vienna. */
  timeZone: string;
}

/** By whom and when the claims were judged. */
function checkOf(claims: readonly AnyClaim[], by: string | null): Pick<Report, 'checked' | 'checkedBy'> {
  const moments = claims.flatMap(({ claim }) => claim.judged?.at ?? []).sort();
  const [first, last] = [moments[0], moments.at(-1)];
  const reviewers = new Set(claims.flatMap(({ claim }) => claim.judged?.by ?? []));
  if (reviewers.size === 0 && by !== null) reviewers.add(by);
  return { checkedBy: [...reviewers], checked: first && last ? { first, last } : null };
}

function countsOf(review: Review, claims: readonly AnyClaim[]): Report['counts'] {
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
  all: DraftClaims = draftClaims(review, draft),
): Report {
  const { title, byline, link, publishedAt, language } = articleOf(review);
  const isChosen = ({ standing }: AnyClaim) => options.standings.includes(standing);
  const placed = all.placed.filter(isChosen);
  const unplaced = all.unplaced.filter(isChosen);
  const ids = [...placed, ...unplaced].map(({ claim }) => claim.id);
  const context = { review, options, sources: new NumberedSources(review, options, ids) };
  const checked = [...all.placed, ...all.unplaced.filter(({ state }) => state === 'waiting')];
  return {
    ...{ title, byline, link, publishedAt, language },
    draftNumber: draft.number,
    words: review.drafts.get(draft.id)?.words ?? countWords(draft.text),
    ...checkOf(checked, facts.by),
    madeAt: facts.at,
    timeZone: facts.timeZone,
    counts: countsOf(review, checked),
    options: {
      notes: options.notes,
      standings: standings.filter((standing) => options.standings.includes(standing)),
      style: options.style,
    },
    opensWithTitle: opensWithTitle(draft, title),
    blocks: reportBlocks(draft, placed),
    claims: placed.map((claim) => ({
      ...{ number: claim.number, span: claim.span, page: pageAt(draft.blocks, claim.span.start) },
      direction: blockDirection(draft, claim.span, language),
      ...toldClaim(claim, draft.text.slice(claim.span.start, claim.span.end), context),
    })),
    unplaced: grouped(unplaced, (claim) => toldClaim(claim, claim.words, context)),
    sources: context.sources.all(),
  };
}
