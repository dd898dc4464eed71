import type {
  ClaimDetails,
  PublicReportSource,
  ReportEvidence,
  ReportSource,
} from '../../model/report-claim';
import type { Report } from '../../model/report-model';
import { formatUnplacedName } from '../../wording/describe-claim';
import { reviewerFieldNames } from '../../wording/reviewer-fields';
import type { LeakLevel } from '../leak';

/** How a typed field is searched. */
interface TypedField {
  /** How a message names it; the name of the claim or source follows, if it belongs to one. */
  label: string;
  /** How sure a leak a whole confidential name or contact in it is. */
  whole: LeakLevel;
  /** Whether others chose its words, as those of a title or a quotation: a common word that is also a name says nothing there. */
  isPublished: boolean;
  /**
   * Whether the redacted report has none of it, so that any term in it is found by the comparison of both (`leak-search.ts`); these
   * are not searched twice.
   */
  isRedacted?: true;
  /** Whether a part of a confidential value is public when this field has it: it is about a source that may be named. */
  isAboutPublicSource?: true;
  /** Whether the name that is proposed for the file has it (`propose-name.ts`). */
  isInFileName?: true;
}

/**
 * Every field that a person types and that a report prints, beside the text of the draft. A new one is one entry here and one line in
 * `listTypedStrings`.
 */
const typedFields = {
  articleTitle: {
    ...{ label: 'the title of the article', whole: 'certain', isPublished: true, isInFileName: true },
  },
  byline: { label: 'the byline of the article', whole: 'certain', isPublished: true },
  link: { label: 'the link of the article', whole: 'possible', isPublished: true },
  reviewer: { label: 'the name of a reviewer', whole: 'certain', isPublished: true },
  organization: { label: 'the organization of the ClaimReviews', whole: 'certain', isPublished: true },
  rating: { label: 'the name of a rating', whole: 'certain', isPublished: true },
  sourceTitle: { label: 'the title of', whole: 'possible', isPublished: true, isAboutPublicSource: true },
  author: { label: 'the author of', whole: 'certain', isPublished: true, isAboutPublicSource: true },
  publisher: { label: 'the publisher of', whole: 'certain', isPublished: true, isAboutPublicSource: true },
  address: { label: 'the address of', whole: 'possible', isPublished: true, isAboutPublicSource: true },
  archiveAddress: {
    ...{ label: 'the archive address of', whole: 'possible', isPublished: true, isAboutPublicSource: true },
  },
  fileName: {
    ...{ label: 'the name of a file of', whole: 'certain', isPublished: false, isAboutPublicSource: true },
  },
  origin: { label: 'the title of what is repeated by', whole: 'possible', isPublished: true },
  locator: { label: 'a place in', whole: 'certain', isPublished: false, isAboutPublicSource: true },
  quote: { label: 'a quotation in', whole: 'possible', isPublished: true, isAboutPublicSource: true },
  evidenceNote: { label: 'a note on evidence in', whole: 'certain', isPublished: false, isRedacted: true },
  standingReason: {
    ...{ label: reviewerFieldNames.standingReason, whole: 'certain', isPublished: false, isRedacted: true },
  },
  note: { label: reviewerFieldNames.note, whole: 'certain', isPublished: false, isRedacted: true },
  correction: {
    label: reviewerFieldNames.correction,
    whole: 'certain',
    isPublished: false,
    isRedacted: true,
  },
  claimant: { label: reviewerFieldNames.claimant, whole: 'certain', isPublished: false, isRedacted: true },
  tag: { label: reviewerFieldNames.tag, whole: 'certain', isPublished: false, isRedacted: true },
  dismissal: { label: 'the reason of', whole: 'certain', isPublished: false, isRedacted: true },
} as const satisfies Record<string, TypedField>;

/** A string that a person typed and that a report prints, with how it is searched. */
export interface TypedString extends TypedField {
  /** How a message names it: `the title of source 3`. */
  name: string;
  text: string;
}

/** Lists a typed string, unless it is empty. `owner` is the claim or source that it belongs to. */
function list(
  field: keyof typeof typedFields,
  text: string | null | undefined,
  owner: string | null = null,
): TypedString[] {
  const { label } = typedFields[field];
  if (!text) return [];
  return [{ ...typedFields[field], name: owner === null ? label : `${label} ${owner}`, text }];
}

type TypedSourceFields = Pick<PublicReportSource, 'title' | 'author' | 'publisher' | 'url' | 'archiveUrl'>;

/** Lists what was typed about a source that may be named. */
export function listSourceStrings(
  { title, author, publisher, url, archiveUrl }: TypedSourceFields,
  owner: string,
): TypedString[] {
  return [
    ...list('sourceTitle', title, owner),
    ...list('author', author, owner),
    ...list('publisher', publisher, owner),
    ...list('address', url, owner),
    ...list('archiveAddress', archiveUrl, owner),
  ];
}

/** Lists what was typed about evidence from such a source. */
export function listEvidenceStrings(
  { locator, quote, note }: Pick<ReportEvidence, 'locator' | 'quote' | 'note'>,
  owner: string,
): TypedString[] {
  return [
    ...list('locator', locator, owner),
    ...list('quote', quote, owner),
    ...list('evidenceNote', note, owner),
  ];
}

/** Whether everybody may learn of a source. That for lawyers names others as well, which a ClaimReview leaves out. */
function isPublic(source: ReportSource): source is PublicReportSource {
  return !source.confidential && !source.isForLawyersOnly;
}

function listClaimStrings(
  { note, correction, claimant, tags, evidence }: ClaimDetails,
  owner: string,
): TypedString[] {
  return [
    ...list('note', note, owner),
    ...list('correction', correction, owner),
    ...list('claimant', claimant, owner),
    ...tags.flatMap(({ name }) => list('tag', name, owner)),
    ...evidence.flatMap((one) => (isPublic(one.source) ? listEvidenceStrings(one, owner) : [])),
  ];
}

/** Who publishes ClaimReviews, and the names of the ratings. */
export interface TypedSettings {
  organization: string | null;
  ratings: readonly (string | null)[];
}

/**
 * Lists every string that a person typed and that this report may print, with the place where it is printed. The text of the draft is
 * none of them, nor is what other programs or the report itself say. `settings` are those of a ClaimReview.
 */
export function listTypedStrings(report: Report, settings?: TypedSettings): TypedString[] {
  const { title, byline, link, claims, unplaced, sources, queries } = report;
  const reviewers = new Set([
    ...report.checkedBy,
    report.reviewer,
    ...claims.map(({ judged }) => judged?.by),
  ]);
  return [
    ...list('articleTitle', title),
    ...list('byline', byline),
    ...list('link', link),
    ...[...reviewers].flatMap((name) => list('reviewer', name)),
    ...list('organization', settings?.organization),
    ...(settings?.ratings ?? []).flatMap((name) => list('rating', name)),
    ...claims.flatMap((claim) => listClaimStrings(claim, `claim ${claim.number}`)),
    ...unplaced.flatMap((group) =>
      group.claims.flatMap((claim, index) => listClaimStrings(claim, formatUnplacedName(group, index + 1))),
    ),
    ...sources.filter(isPublic).flatMap((source) => {
      const owner = `source ${source.number}`;
      return [
        ...listSourceStrings(source, owner),
        ...list('standingReason', source.standingReason, owner),
        ...list('origin', source.derivedFrom?.title, owner),
        ...source.attachments.flatMap(({ name }) => list('fileName', name, owner)),
      ];
    }),
    ...(queries?.dismissed ?? []).flatMap(({ reason }, index) =>
      list('dismissal', reason, `dismissed query ${index + 1}`),
    ),
  ];
}
