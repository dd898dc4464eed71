import { splitNames } from '../../citations/csl-item';
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
   * Whether the redacted report leaves it out. Comparing the report with that one finds every term in it (`leak-search.ts`), so it is
   * not searched here as well.
   */
  isRedacted?: true;
  /** Whether a part of a confidential value is public when this field has it: it is about a source that may be named. */
  isAboutPublicSource?: true;
  /**
   * Whether it counts as printed although the finished report lacks it in these letters: the name that is proposed for the file has
   * it (`propose-name.ts`), or an address, which formats write with other letters (`%20`).
   */
  isPrintedAnyway?: true;
}

/**
 * Every field that a person types and that a report prints, beside the text of the draft. A new one is one entry here and one line in
 * `TypedStringList`.
 */
const typedFields = {
  articleTitle: {
    ...{ label: 'the title of the article', whole: 'certain', isPublished: true, isPrintedAnyway: true },
  },
  byline: { label: 'the byline of the article', whole: 'certain', isPublished: true },
  link: { label: 'the link of the article', whole: 'possible', isPublished: true, isPrintedAnyway: true },
  reviewer: { label: 'the name of a reviewer', whole: 'certain', isPublished: true },
  organization: { label: 'the organization of the ClaimReviews', whole: 'certain', isPublished: true },
  organizationAddress: {
    ...{ label: 'the address of the organization of the ClaimReviews', whole: 'possible', isPublished: true },
    isPrintedAnyway: true,
  },
  rating: { label: 'the name of a rating', whole: 'certain', isPublished: true },
  sourceTitle: { label: 'the title of', whole: 'possible', isPublished: true, isAboutPublicSource: true },
  author: { label: 'the author of', whole: 'certain', isPublished: true, isAboutPublicSource: true },
  publisher: { label: 'the publisher of', whole: 'certain', isPublished: true, isAboutPublicSource: true },
  address: {
    ...{ label: 'the address of', whole: 'possible', isPublished: true, isAboutPublicSource: true },
    isPrintedAnyway: true,
  },
  archiveAddress: {
    ...{ label: 'the archive address of', whole: 'possible', isPublished: true, isAboutPublicSource: true },
    isPrintedAnyway: true,
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

/** A string that a person typed and that a report prints. */
export interface TypedString {
  /** How it is searched. */
  field: TypedField;
  /** How a message names it: `the title of source 3`. */
  name: string;
  text: string;
}

/** A list to which typed strings are added, unless they are empty: a long check has tens of thousands. */
class TypedStringList {
  readonly strings: TypedString[] = [];

  /** `owner` is the claim or source that it belongs to. */
  add(key: keyof typeof typedFields, text: string | null | undefined, owner?: string): void {
    if (!text) return;
    const field: TypedField = typedFields[key];
    this.strings.push({ field, name: owner === undefined ? field.label : `${field.label} ${owner}`, text });
  }

  /** Adds what was typed about a source that may be named. */
  addSource({ title, author, publisher, url, archiveUrl }: TypedSourceFields, owner: string): void {
    this.add('sourceTitle', title, owner);
    // Styles of citation join several names with other words.
    for (const name of splitNames(author)) this.add('author', name, owner);
    this.add('publisher', publisher, owner);
    this.add('address', url, owner);
    this.add('archiveAddress', archiveUrl, owner);
  }

  /** Adds what was typed about evidence from such a source. */
  addEvidence({ locator, quote, note }: TypedEvidenceFields, owner: string): void {
    this.add('locator', locator, owner);
    this.add('quote', quote, owner);
    this.add('evidenceNote', note, owner);
  }

  addClaim({ note, correction, claimant, tags, evidence }: ClaimDetails, owner: string): void {
    this.add('note', note, owner);
    this.add('correction', correction, owner);
    this.add('claimant', claimant, owner);
    for (const { name } of tags) this.add('tag', name, owner);
    for (const one of evidence) if (isPublic(one.source)) this.addEvidence(one, owner);
  }
}

type TypedSourceFields = Pick<PublicReportSource, 'title' | 'author' | 'publisher' | 'url' | 'archiveUrl'>;
type TypedEvidenceFields = Pick<ReportEvidence, 'locator' | 'quote' | 'note'>;

/** Whether everybody may learn of a source. That for lawyers names others as well, which a ClaimReview leaves out. */
function isPublic(source: ReportSource): source is PublicReportSource {
  return !source.confidential && !source.isForLawyersOnly;
}

/** Who publishes ClaimReviews, and the names of the ratings. */
export interface TypedSettings {
  organization: string | null;
  url: string | null;
  ratings: readonly (string | null)[];
}

/**
 * Lists every string that a person typed and that this report may print, with the place where it is printed. The text of the draft is
 * none of them, nor is what other programs or the report itself say. `settings` are those of a ClaimReview.
 */
export function listTypedStrings(report: Report, settings?: TypedSettings): TypedString[] {
  const { title, byline, link, claims, unplaced, sources, queries } = report;
  const list = new TypedStringList();
  list.add('articleTitle', title);
  list.add('byline', byline);
  list.add('link', link);
  const reviewers = [...report.checkedBy, report.reviewer, ...claims.map(({ judged }) => judged?.by)];
  for (const name of new Set(reviewers)) list.add('reviewer', name);
  list.add('organization', settings?.organization);
  list.add('organizationAddress', settings?.url);
  for (const name of settings?.ratings ?? []) list.add('rating', name);
  for (const claim of claims) list.addClaim(claim, `claim ${claim.number}`);
  for (const group of unplaced)
    for (const [index, claim] of group.claims.entries())
      list.addClaim(claim, formatUnplacedName(group, index + 1));
  for (const source of sources) {
    if (!isPublic(source)) continue;
    const owner = `source ${source.number}`;
    list.addSource(source, owner);
    list.add('standingReason', source.standingReason, owner);
    list.add('origin', source.derivedFrom?.title, owner);
    for (const { name } of source.attachments) list.add('fileName', name, owner);
  }
  for (const [index, { reason }] of (queries?.dismissed ?? []).entries())
    list.add('dismissal', reason, `query ${index + 1} that was set aside`);
  return list.strings;
}

/** Lists what was typed about a source and evidence from it, for a claim that is copied. */
export function listCopiedStrings(
  source: TypedSourceFields,
  evidence: TypedEvidenceFields,
  owner: string,
): TypedString[] {
  const list = new TypedStringList();
  list.addSource(source, owner);
  list.addEvidence({ ...evidence, note: null }, owner);
  return list.strings;
}
