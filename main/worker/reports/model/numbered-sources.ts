import type { Claim } from '#shared/domain/base/claim.ts';
import { type Evidence, stances } from '#shared/domain/base/evidence.ts';
import { type Source, sourceFieldTraits } from '#shared/domain/base/source.ts';
import { printedDateFields, printedWordFields } from '#shared/domain/base/source-fields.ts';
import { findSourcesUnreliableSinceJudged, type RecheckReason } from '#shared/domain/claims/recheck.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import type { ReportOptions, ReportReader } from '#shared/domain/settings/report-options.ts';
import { writeDate, writeTime } from '#shared/reports/base/own-values.ts';
import { reshape, type SearchedText, searchLater, searchText } from '#shared/reports/base/report-text.ts';
import type { SearchedField, SearchedTexts, TextPlace } from '#shared/reports/base/searched-texts.ts';
import { splitNames } from '#shared/reports/csl-item.ts';
import { createRecord } from '#shared/text/sequences/records.ts';
import { citeSource, getCitationText } from '../citations/cite-source.ts';
import type {
  AcceptedRisk,
  PublicReportSource,
  ReportCitation,
  ReportEvidence,
  ReportSource,
} from './report-model.ts';

/** Orders by stance, then by id: the order of table rows means nothing to a reader. */
function compareEvidence(a: Evidence, b: Evidence): number {
  return stances.indexOf(a.stance) - stances.indexOf(b.stance) || (a.id < b.id ? -1 : 1);
}

/** Lists a claim's evidence in the order of a report. Evidence whose source was deleted is left out. */
export function listEvidence(review: Review, claimId: string): Evidence[] {
  return findReferrers(review, `claims/${claimId}`, 'evidence')
    .filter(({ sourceId }) => review.sources.has(sourceId))
    .sort(compareEvidence);
}

/**
 * Lists why a claim has to be checked again. The reason `source` is left out when only confidential sources became
 * unreliable: it would reveal something about them. Lawyers learn it.
 */
export function listNameableReasons(
  review: Review,
  claim: Claim,
  reasons: readonly RecheckReason[],
  reader: ReportReader,
): RecheckReason[] {
  if (reader === 'legal' || !reasons.includes('source')) return [...reasons];
  const isPublic = findSourcesUnreliableSinceJudged(review, claim).some(({ confidential }) => !confidential);
  return reasons.filter((reason) => reason !== 'source' || isPublic);
}

/**
 * The sources of a report's claims, numbered from 1 in the order in which the claims use them. This class alone decides
 * which fields of a source leave the app.
 */
export class NumberedSources {
  private readonly evidence: Map<string, Evidence[]>;
  private readonly numbers = new Map<string, number>();
  private readonly firstClaims = new Map<string, string>();
  private readonly reportSources = new Map<string, ReportSource>();

  /** The claim ids must be in reading order. */
  constructor(
    private readonly review: Review,
    private readonly options: Pick<ReportOptions, 'notes' | 'style' | 'reader'>,
    claimIds: readonly string[],
    private readonly texts: SearchedTexts,
  ) {
    this.evidence = new Map(claimIds.map((id) => [id, listEvidence(review, id)]));
    for (const { sourceId, claimId } of Array.from(this.evidence.values()).flat()) {
      if (this.numbers.has(sourceId)) continue;
      this.numbers.set(sourceId, this.numbers.size + 1);
      this.firstClaims.set(sourceId, claimId);
    }
    for (const [id, number] of this.numbers) {
      const source = review.sources.get(id);
      if (source) this.reportSources.set(id, this.toReportSource(source, number));
    }
  }

  private get isForLawyers(): boolean {
    return this.options.reader === 'legal';
  }

  /** The report for lawyers is the one that names confidential sources. */
  private isNameable({ confidential }: Source): boolean {
    return !confidential || this.isForLawyers;
  }

  list(): ReportSource[] {
    return [...this.reportSources.values()];
  }

  /** Lists the evidence of one of the claims, each with its numbered source. `owner` names the claim. */
  listEvidence(claimId: string, owner: string): ReportEvidence[] {
    return (this.evidence.get(claimId) ?? []).flatMap((evidence) => {
      const source = this.reportSources.get(evidence.sourceId);
      return source ? [this.toReportEvidence(evidence, source, owner)] : [];
    });
  }

  /**
   * Lists the claim's own public sources that became unreliable since it was judged. A source that the claim rests on only
   * because another one repeats it is not named: that could reveal what a confidential source knows.
   */
  listUnreliable(claim: Claim): ReportSource[] {
    const unreliable = new Set(findSourcesUnreliableSinceJudged(this.review, claim).map(({ id }) => id));
    const own = new Set((this.evidence.get(claim.id) ?? []).map(({ sourceId }) => sourceId));
    return Array.from(own, (id) => (unreliable.has(id) ? this.reportSources.get(id) : undefined)).filter(
      (source) => source !== undefined && !source.confidential,
    );
  }

  /** Lists the unreliable sources that the reviewer knew of when the claim was judged. Only lawyers learn them. */
  listAcceptedRisks({ id: claimId, judged }: Claim, owner: string): AcceptedRisk[] {
    if (!this.isForLawyers) return [];
    return (judged?.despite ?? []).flatMap((id) => {
      const source = this.review.sources.get(id);
      if (!source) return [];
      const place = { row: `claims/${claimId}`, owner, claimId };
      const title = searchText(this.texts, 'acceptedRisk', place, source.title);
      return { title, number: this.numbers.get(id) ?? null };
    });
  }

  private toReportSource(source: Source, number: number): ReportSource {
    if (!this.isNameable(source)) return { number, confidential: true };
    const { id, kind, primary, secondary, standing } = source;
    const write = (date: string | null) => (date === null ? null : writeDate(date));
    const place: TextPlace = {
      row: `sources/${id}`,
      owner: `source ${number}`,
      claimId: this.getFirstClaim(id),
    };
    const search = (field: SearchedField, value: string | null) =>
      value === null ? null : searchText(this.texts, field, place, value);
    const title = searchText(this.texts, 'sourceTitle', place, source.title);
    const words = createRecord(printedWordFields, (field) =>
      sourceFieldTraits[field].report === 'all' || this.isForLawyers ? search(field, source[field]) : null,
    );
    const named = {
      standingReason: this.options.notes ? search('standingReason', source.standingReason) : null,
      derivedFrom: this.getOrigin(source.derivedFrom, place),
      attachments: this.listAttachments(id, place),
    };
    const { author, publisher, url, archiveUrl } = words;
    this.texts.addSideBySide('besidePublished', place, [author ?? publisher, title, publisher]);
    this.texts.addSideBySide('besidePublished', place, [url, archiveUrl]);
    return {
      number,
      confidential: false,
      isForLawyersOnly: source.confidential,
      citation: this.cite(source, place),
      kind,
      title,
      ...words,
      ...createRecord(printedDateFields, (field) => write(source[field])),
      primary,
      secondary,
      standing,
      standingSince: source.standingSince === null ? null : writeTime(source.standingSince),
      standingReason: named.standingReason,
      derivedFrom: named.derivedFrom,
      attachments: named.attachments,
    };
  }

  /** The claim that uses a source first. */
  private getFirstClaim(sourceId: string): string | null {
    return this.firstClaims.get(sourceId) ?? null;
  }

  /** Cites a source. The whole citation is searched as it is printed, because a name may run from one field into the next. */
  private cite(source: Source, place: TextPlace): ReportCitation {
    const citation = citeSource(source, this.options.style);
    const { title, author, publisher, url } = source;
    const context = () => [title, ...splitNames(author), publisher, url].join('\n');
    const read = searchLater(this.texts, 'citation', { ...place, context }, () => getCitationText(citation));
    return {
      get runs() {
        const whole = read();
        let end = 0;
        return citation.runs.map(({ text, italic, link }) => {
          const start = end;
          end += text.length;
          const slice: SearchedText = reshape(whole, (words) => words.slice(start, start + text.length));
          return { text: slice, italic, link };
        });
      },
      get missingFields() {
        return citation.missingFields;
      },
    };
  }

  private listAttachments(sourceId: string, place: TextPlace): PublicReportSource['attachments'] {
    return findReferrers(this.review, `sources/${sourceId}`, 'attachments')
      .sort((a, b) => (a.name + a.sha256 < b.name + b.sha256 ? -1 : 1))
      .map(({ name, bytes, sha256 }) => ({
        name: searchText(this.texts, 'attachment', place, name),
        bytes,
        sha256: searchText(this.texts, 'sha256', place, sha256),
      }));
  }

  private getOrigin(id: string | null, place: TextPlace): PublicReportSource['derivedFrom'] {
    const source = id === null ? undefined : this.review.sources.get(id);
    // Naming a confidential origin would reveal what that source knows.
    if (!source || !this.isNameable(source)) return null;
    const title = searchText(this.texts, 'origin', place, source.title);
    return { title, number: this.numbers.get(source.id) ?? null };
  }

  private toReportEvidence(
    { id, claimId, stance, stanceChosen, ...fields }: Evidence,
    source: ReportSource,
    owner: string,
  ): ReportEvidence {
    if (source.confidential)
      return { stance, stanceChosen: true, source, locator: null, quote: null, note: null };
    const place = { row: `evidence/${id}`, owner, claimId };
    const search = (field: SearchedField, value: string | null) =>
      value === null ? null : searchText(this.texts, field, place, value);
    const locator = search('locator', fields.locator);
    const quote = search('quote', fields.quote);
    const note = this.options.notes ? search('evidenceNote', fields.note) : null;
    this.texts.addSideBySide('beside', place, [source.title, locator, quote, note]);
    this.texts.addSideBySide('beside', place, [source.title, quote]);
    return { stance, stanceChosen, source, locator, quote, note };
  }
}
