import { type Draft, findPlace, opensWithTitle } from '#shared/domain/base/draft.ts';
import { claimStatuses } from '#shared/domain/base/verdict.ts';
import { countVerifiedCaveats } from '#shared/domain/claims/evidence-gaps.ts';
import { countByStatus, countOpen, countTotal } from '#shared/domain/review/progress.ts';
import { getArticle, type Review } from '#shared/domain/review/review.ts';
import type { ReportOptions, ReportReader } from '#shared/domain/settings/report-options.ts';
import { getBlockDirection } from '#shared/drafts/block-direction.ts';
import type { QuoteFinding } from '#shared/queries/base/quoted-words.ts';
import { nameTimeZone, writeDate, writeTime } from '#shared/reports/base/own-values.ts';
import {
  findInArticle,
  quoteArticle,
  type ReportText,
  type ShownDraft,
  searchText,
} from '#shared/reports/base/report-text.ts';
import { type SearchedField, SearchedTexts, type TextPlace } from '#shared/reports/base/searched-texts.ts';
import { createShownDraft, isLeftOut, joinParagraphs } from '#shared/reports/shown-draft.ts';
import { indexCodePoints } from '#shared/text/characters/code-points.ts';
import { findSentenceAround } from '#shared/text/segmenter/sentences-around.ts';
import { countWords } from '#shared/text/segmenter/words.ts';
import type { Span } from '#shared/text/span.ts';
import { type AnyClaim, buildClaimDetails, groupUnplacedClaims, searchReviewer } from './claim-details.ts';
import {
  type ClaimInDraft,
  type ClaimNotInDraft,
  type DraftClaims,
  listDraftClaims,
} from './draft-claims.ts';
import { listEvidence, NumberedSources } from './numbered-sources.ts';
import { buildReportBlocks } from './report-blocks.ts';
import { buildReportCoverage } from './report-coverage.ts';
import type { Report, TextSelector } from './report-model.ts';
import { buildReportQueries } from './report-queries.ts';
import { removeLeftOutNotes, sliceShown, sliceShownSentence } from './shown-words.ts';

/** The review, claims and options that a report is built from. */
interface ReportBasis {
  review: Review;
  claims: DraftClaims;
  options: ReportOptions;
}

function keepRows<T>(rows: ReadonlyMap<string, T>, isKept: (row: T) => boolean): Map<string, T> {
  return new Map(Array.from(rows).filter(([, row]) => isKept(row)));
}

/** A review as if it had no confidential source: neither these, nor their evidence and files, are there to be counted. */
function leaveOutConfidential(review: Review): Review {
  const isPublic = (id: string) => review.sources.get(id)?.confidential !== true;
  return {
    // References to what is left out lead nowhere, as those to deleted rows do.
    ...review,
    sources: keepRows(review.sources, ({ id }) => isPublic(id)),
    evidence: keepRows(review.evidence, ({ sourceId }) => isPublic(sourceId)),
    attachments: keepRows(review.attachments, ({ sourceId }) => isPublic(sourceId)),
  };
}

function leaveOutReviewer(entry: ClaimInDraft): ClaimInDraft {
  const { claim } = entry;
  return claim.judged === null
    ? entry
    : { ...entry, claim: { ...claim, judged: { ...claim.judged, by: null } } };
}

/**
 * Limits what a report is built from to what its reader may learn:
 *
 * - the public: the claims of the article as it stands, with public sources. No notes, no words that were cut or changed, no
 *   reviewer unless that was chosen, and never the minute of a verdict (`claim-details.ts`);
 * - an editor: everything, of which `numbered-sources.ts` leaves the fields of confidential sources out;
 * - lawyers: everything, always with notes.
 *
 * A claim that has to be checked again keeps that status for every reader: a report may keep silent about a source, but not print
 * a verdict that no longer counts.
 */
function limitToReader({ review, claims, options }: ReportBasis): ReportBasis {
  switch (options.reader) {
    case 'public': {
      const placed = claims.placed.map((entry) => ({ ...entry, changes: [] }));
      return {
        review: leaveOutConfidential(review),
        claims: { placed: options.reviewers ? placed : placed.map(leaveOutReviewer), unplaced: [] },
        options: { ...options, notes: false },
      };
    }
    case 'editor':
      return { review, claims, options };
    case 'legal':
      return { review, claims, options: { ...options, notes: true } };
  }
}

/** How much of the text around a claim is quoted, in UTF-16 code units: its sentence, as far as that is not longer than most. */
const minContextLength = 32;
const maxContextLength = 1_000;

/** Moves an offset that splits a pair of surrogates behind it. */
function keepPair(text: string, offset: number): number {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1)) ? offset + 1 : offset;
}

/**
 * The text around a span, which shows where it is, and whether its sentence is still the same. It ends where words are left out, so that
 * it is found in the draft itself.
 */
function getContext(draft: Draft, shown: Draft, span: Span): Span {
  const { text, blocks, language } = draft;
  const sentence = findSentenceAround(text, blocks, span, language);
  const before = Math.max(minContextLength, Math.min(maxContextLength, span.start - sentence.start));
  const after = Math.max(minContextLength, Math.min(maxContextLength, sentence.end - span.end));
  const limits = {
    start: keepPair(text, Math.max(0, span.start - before)),
    end: keepPair(text, Math.min(text.length, span.end + after)),
  };
  if (draft === shown) return limits;
  let { start, end } = span;
  while (start > limits.start && text[start - 1] === shown.text[start - 1]) start -= 1;
  while (end < limits.end && text[end] === shown.text[end]) end += 1;
  return { start: keepPair(text, start), end };
}

/**
 * Creates the function that describes where a span of the draft is. `shown` is the draft as the report shows it: it has the
 * same offsets.
 */
function createTextSelectors(draft: Draft, shown: ShownDraft): (span: Span) => TextSelector {
  const codePoints = indexCodePoints(draft.text);
  return (span) => {
    const context = getContext(draft, shown, span);
    return {
      exact: isLeftOut(draft, shown, span) ? null : quoteArticle(shown, span),
      prefix: quoteArticle(shown, { start: context.start, end: span.start }),
      suffix: quoteArticle(shown, { start: span.end, end: context.end }),
      start: codePoints.count(span.start),
      end: codePoints.count(span.end),
    };
  };
}

/** Facts of a report beside the review: when and by whom it is made, and the time zone of its times. */
export interface ReportContext {
  /** RFC 3339 in UTC. */
  at: string;
  /** The name of who makes the report, which signs no verdict; null when none was given. */
  by: string | null;
  /** IANA name, such as Europe/Vienna. */
  timeZone: string;
  /** Whether spotted spans count in coverage; true when absent. */
  isSpotting?: boolean;
  /** Which kept files hold which quoted words, as far as that is known; none when absent. */
  quoteFindings?: readonly QuoteFinding[];
  /** The name that is proposed for the report's file, without its extension. */
  fileName?: string;
  /** Whether a part of the article's history can't be read. */
  isIncomplete?: boolean;
}

/** The place of what is said about the article as a whole. */
const ofArticle: TextPlace = { row: 'article', owner: null, claimId: null };

const ofHeader: TextPlace = { ...ofArticle, owner: 'the header' };

/** The details of an article. A title or a byline that the draft prints is a part of it. */
function describeArticle(
  review: Review,
  shown: ShownDraft,
  texts: SearchedTexts,
): Pick<Report, 'articleId' | 'title' | 'byline' | 'link' | 'publishedAt' | 'language'> {
  const { id, title, byline, link, publishedAt, language } = getArticle(review);
  const search = (field: SearchedField, value: string | null): ReportText | null =>
    value === null ? null : searchText(texts, field, ofArticle, value);
  const printed = {
    title: findInArticle(shown, title) ?? searchText(texts, 'articleTitle', ofArticle, title),
    byline: byline === null ? null : (findInArticle(shown, byline) ?? search('byline', byline)),
    link: search('link', link),
  };
  texts.addSideBySide('besidePublished', ofHeader, Object.values(printed));
  return {
    articleId: searchText(texts, 'id', { ...ofArticle, owner: 'the article' }, id),
    ...printed,
    publishedAt: publishedAt === null ? null : writeDate(publishedAt),
    language: search('language', language),
  };
}

/** Where the texts of a claim stand, and its paragraphs: what they say anyway may be repeated in fields that quote the article. */
function placeClaim({ claim, number, span }: ClaimInDraft, shown: ShownDraft): TextPlace & { owner: string } {
  const context = () => joinParagraphs(shown, span);
  return { row: `claims/${claim.id}`, owner: `claim ${number}`, claimId: claim.id, context };
}

/** The same for a claim without a place: its former words or their sentence have to say it, and the article anywhere. */
function placeUnplaced({ claim, words }: ClaimNotInDraft, owner: string): TextPlace & { owner: string } {
  const context = () => `${words}\n${claim.judged?.sentence ?? ''}`;
  return { row: `claims/${claim.id}`, owner, claimId: claim.id, context, article: 'needed' };
}

/** Says by whom and when the claims were judged. */
function summarizeCheck(
  claims: readonly AnyClaim[],
  texts: SearchedTexts,
): Pick<Report, 'checkPeriod' | 'checkedBy'> {
  const times = claims.flatMap(({ claim }) => claim.judged?.at ?? []).sort();
  const [first, last] = [times[0], times.at(-1)];
  const reviewers = new Set(claims.flatMap(({ claim }) => claim.judged?.by ?? []));
  const checkedBy = Array.from(reviewers, (name) => searchReviewer(texts, name));
  texts.addSideBySide('besidePublished', ofHeader, checkedBy);
  return {
    checkedBy,
    checkPeriod: first && last ? { first: writeTime(first), last: writeTime(last) } : null,
  };
}

function countClaimsAndSources(
  review: Review,
  claims: readonly AnyClaim[],
  reader: ReportReader,
): Report['counts'] {
  const progress = countByStatus(claims.map(({ status }) => status));
  const sourceIds = new Set(
    claims.flatMap(({ claim }) => listEvidence(review, claim.id).map(({ sourceId }) => sourceId)),
  );
  const sources = Array.from(sourceIds, (id) => review.sources.get(id));
  return {
    ...progress,
    total: countTotal(progress),
    open: countOpen(progress),
    sources: sources.length,
    // Confidential sources are left out, so that nobody but lawyers can infer whether one of them is primary.
    primary: sources.filter((source) => source?.primary && (reader === 'legal' || !source.confidential))
      .length,
  };
}

/**
 * Builds the report of one draft's check: what its reader may learn (`limitToReader`) of the shown draft (shown-draft.ts), its claims
 * (draft-claims.ts), their sources (numbered-sources.ts), coverage and queries. Pure: the same arguments give the same report. `allClaims`
 * are the draft's claims, for callers that listed them already, `unprinted` the fields that its format does not print. Throws when the
 * review holds no article, which is a bug.
 */
export function buildReport(
  wholeReview: Review,
  draft: Draft,
  chosenOptions: ReportOptions,
  { at, by, timeZone, isSpotting = true, isIncomplete = false, quoteFindings = [] }: ReportContext,
  allClaims: DraftClaims = listDraftClaims(wholeReview, draft),
  unprinted: ReadonlySet<SearchedField> = new Set(),
): Report {
  const basis = { review: wholeReview, claims: allClaims, options: chosenOptions };
  const { review, claims, options } = limitToReader(basis);
  const isChosen = ({ status }: AnyClaim) => options.standings.includes(status);
  const shown = createShownDraft(review, draft, options.reader);
  const texts = new SearchedTexts(unprinted);
  const placed = claims.placed
    .filter(isChosen)
    .map((claim) => (isLeftOut(draft, shown, claim.span) ? { ...claim, changes: [] } : claim));
  const unplaced = claims.unplaced.filter(isChosen);
  const claimIds = [...placed, ...unplaced].map(({ claim }) => claim.id);
  const sources = new NumberedSources(review, options, claimIds, texts);
  const detailsContext = { review, draft, options, sources, texts };
  const checkedClaims = [...claims.placed, ...claims.unplaced.filter(({ state }) => state === 'waiting')];
  const selectText = createTextSelectors(draft, shown);
  const { language } = getArticle(review);
  return {
    ...describeArticle(review, shown, texts),
    draftNumber: draft.number,
    words: review.drafts.get(draft.id)?.words ?? countWords(draft.text),
    ...summarizeCheck(checkedClaims, texts),
    reviewer:
      by === null || (options.reader === 'public' && !options.reviewers) ? null : searchReviewer(texts, by),
    madeAt: writeTime(at),
    timeZone: nameTimeZone(timeZone),
    isIncomplete,
    counts: countClaimsAndSources(review, checkedClaims, options.reader),
    verifiedCaveats: countVerifiedCaveats(review, checkedClaims),
    options: {
      reader: options.reader,
      notes: options.notes,
      reviewers: options.reviewers || options.reader !== 'public',
      standings: claimStatuses.filter((status) => options.standings.includes(status)),
      style: options.style,
    },
    opensWithTitle: opensWithTitle(draft, getArticle(review).title),
    blocks: removeLeftOutNotes(draft, shown, buildReportBlocks(shown, placed)),
    claims: placed.map((claim) => ({
      number: claim.number,
      span: claim.span,
      place: findPlace(draft.blocks, claim.span.start),
      sentence: sliceShownSentence(draft, shown, claim.span),
      selector: selectText(claim.span),
      direction: getBlockDirection(shown, claim.span, language),
      ...buildClaimDetails(
        claim,
        sliceShown(draft, shown, claim.span),
        placeClaim(claim, shown),
        detailsContext,
      ),
    })),
    unplaced: groupUnplacedClaims(unplaced, (claim, owner) => {
      const place = placeUnplaced(claim, owner);
      const words = searchText(texts, 'formerWords', place, claim.words);
      return buildClaimDetails(claim, words, place, detailsContext);
    }),
    coverage:
      options.reader === 'public'
        ? null
        : buildReportCoverage(review, draft, shown, claims.placed, isSpotting),
    queries:
      options.reader === 'public'
        ? null
        : buildReportQueries(review, draft, shown, { options, findings: quoteFindings, texts }),
    sources: sources.list(),
    texts,
  };
}
