import type { Claim } from '#shared/domain/base/claim.ts';
import { assessEvidence } from '#shared/domain/claims/evidence-gaps.ts';
import { getRefusal } from '#shared/domain/claims/recheck.ts';
import { listTagsOfClaim } from '#shared/domain/claims/tag-edits.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { ReportOptions } from '#shared/domain/settings/report-options.ts';
import { writeTime } from '#shared/reports/base/own-values.ts';
import { type ReportText, type SearchedText, searchText } from '#shared/reports/base/report-text.ts';
import type { SearchedField, SearchedTexts, TextPlace } from '#shared/reports/base/searched-texts.ts';
import { formatUnplacedName } from './describe-claim.ts';
import type { ClaimInDraft, ClaimNotInDraft } from './draft-claims.ts';
import { listNameableReasons, type NumberedSources } from './numbered-sources.ts';
import type { ClaimDetails, ReportChange, ReportJudgement, UnplacedGroup } from './report-model.ts';

/** A claim of a draft, with or without a place. */
export type AnyClaim = Pick<ClaimInDraft, 'claim' | 'status'>;

/** Everything that a claim's details are built from, beside the claim. */
interface DetailsContext {
  review: Review;
  /** The draft of the report. */
  draft: { id: string; number: number };
  sources: NumberedSources;
  options: ReportOptions;
  texts: SearchedTexts;
}

function buildJudgement(
  judged: Claim['judged'],
  isPublic: boolean,
  texts: SearchedTexts,
): ReportJudgement | null {
  if (!judged || (isPublic && judged.by === null)) return null;
  const by = judged.by === null ? null : searchReviewer(texts, judged.by);
  return { by, at: isPublic ? null : writeTime(judged.at) };
}

/** The name of a reviewer. */
export function searchReviewer(texts: SearchedTexts, name: string): SearchedText {
  return searchText(texts, 'reviewer', { row: 'reviewers', owner: null, claimId: null }, name);
}

/** Builds what a report says about a claim. `words` are those that it marks, or marked before it lost its place. */
export function buildClaimDetails(
  { claim, status, recheck = [], changes = [] }: AnyClaim & Partial<ClaimInDraft>,
  words: ReportText,
  place: TextPlace & { owner: string },
  { review, draft, sources, options, texts }: DetailsContext,
): ClaimDetails {
  const isPublic = options.reader === 'public';
  const refusal = getRefusal(review, claim, draft);
  // Whoever verifies the words that the author kept does not insist.
  const isRefused = refusal === 'refused' || (refusal === 'insisted' && status === 'verified');
  const { verdict, judged, kind } = claim;
  const search = (field: SearchedField, value: string | null) =>
    value === null ? null : searchText(texts, field, place, value);
  const own: TextPlace = { row: place.row, owner: place.owner, claimId: place.claimId };
  const note = options.notes && claim.note !== null ? searchText(texts, 'note', own, claim.note) : null;
  const correction = search('correction', claim.correction);
  const claimant = search('claimant', claim.claimant);
  const tags = isPublic
    ? []
    : listTagsOfClaim(review, claim).map(({ name, color }) => ({
        name: searchText(texts, 'tag', own, name),
        color,
      }));
  // A comment has the note behind the words, a row of a table all of these beside each other.
  texts.addSideBySide('beside', own, [words, note]);
  texts.addSideBySide('beside', own, [...tags.map(({ name }) => name), claimant, note, correction]);
  return {
    id: searchText(texts, 'id', own, claim.id),
    createdAt: writeTime(claim.createdAt),
    words,
    status,
    verdict,
    changes: changes.map((change): ReportChange => {
      texts.addSideBySide('beside', place, [change.before, change.after]);
      return {
        ...change,
        before: searchText(texts, 'changes', place, change.before),
        after: searchText(texts, 'changes', place, change.after),
      };
    }),
    recheck: listNameableReasons(review, claim, recheck, options.reader),
    unreliableSources: recheck.includes('source') ? sources.listUnreliable(claim) : [],
    judged: buildJudgement(judged, isPublic, texts),
    note,
    correction,
    claimant,
    kind,
    tags,
    isCorrectionRefused: !isPublic && isRefused,
    evidence: sources.listEvidence(claim.id, place.owner),
    isEvidenceUnseen: !isPublic && assessEvidence(review, claim.id).gaps.includes('unseenOnly'),
    hasNamedEvidenceOnly: isPublic,
    acceptedRisks: sources.listAcceptedRisks(claim, place.owner),
  };
}

/** Groups claims that lost their place in the same draft for the same reason. The claims must be sorted by both. */
export function groupUnplacedClaims(
  claims: readonly ClaimNotInDraft[],
  toDetails: (claim: ClaimNotInDraft, owner: string) => ClaimDetails,
): UnplacedGroup[] {
  const groups: UnplacedGroup[] = [];
  for (const claim of claims) {
    const { state, draftNumber } = claim;
    const last = groups.at(-1);
    const isSame = last?.state === state && last.draftNumber === draftNumber;
    const group = isSame ? last : { state, draftNumber, claims: [] };
    if (!isSame) groups.push(group);
    group.claims.push(toDetails(claim, formatUnplacedName(group, group.claims.length + 1)));
  }
  return groups;
}
