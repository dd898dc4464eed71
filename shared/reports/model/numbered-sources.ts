import type { Claim } from '../../domain/claim';
import { findSourcesUnreliableSinceJudged, type RecheckReason } from '../../domain/claims/recheck';
import { type Evidence, stances } from '../../domain/evidence';
import type { ReportOptions, ReportReader } from '../../domain/report-options';
import { findReferrers, type Review } from '../../domain/review/review';
import { type Source, sourceFieldTraits } from '../../domain/source';
import { printedTextFields } from '../../domain/sources/source-fields';
import { createRecord } from '../../text/sequences/records';
import { citeSource } from '../citations/cite-source';
import type { AcceptedRisk, PublicReportSource, ReportEvidence, ReportSource } from './report-claim';

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
  private readonly reportSources = new Map<string, ReportSource>();

  /** The claim ids must be in reading order. */
  constructor(
    private readonly review: Review,
    private readonly options: Pick<ReportOptions, 'notes' | 'style' | 'reader'>,
    claimIds: readonly string[],
  ) {
    this.evidence = new Map(claimIds.map((id) => [id, listEvidence(review, id)]));
    for (const { sourceId } of Array.from(this.evidence.values()).flat())
      if (!this.numbers.has(sourceId)) this.numbers.set(sourceId, this.numbers.size + 1);
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

  /** Lists the evidence of one of the claims, each with its numbered source. */
  listEvidence(claimId: string): ReportEvidence[] {
    return (this.evidence.get(claimId) ?? []).flatMap((evidence) => {
      const source = this.reportSources.get(evidence.sourceId);
      return source ? [this.toReportEvidence(evidence, source)] : [];
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
  listAcceptedRisks({ judged }: Claim): AcceptedRisk[] {
    if (!this.isForLawyers) return [];
    return (judged?.despite ?? []).flatMap((id) => {
      const source = this.review.sources.get(id);
      return source ? { title: source.title, number: this.numbers.get(id) ?? null } : [];
    });
  }

  private toReportSource(source: Source, number: number): ReportSource {
    if (!this.isNameable(source)) return { number, confidential: true };
    const { kind, primary, secondary, standing, standingReason, standingSince } = source;
    const {
      title: _,
      contact,
      ...texts
    } = createRecord(printedTextFields, (field) =>
      sourceFieldTraits[field].report === 'all' || this.isForLawyers ? source[field] : null,
    );
    const attachments = findReferrers(this.review, `sources/${source.id}`, 'attachments')
      .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
      .sort((a, b) => (a.name + a.sha256 < b.name + b.sha256 ? -1 : 1));
    return {
      number,
      confidential: false,
      ...{ isForLawyersOnly: source.confidential, contact },
      citation: citeSource(source, this.options.style),
      ...{ kind, title: source.title, ...texts, primary, secondary },
      ...{ standing, standingSince, standingReason: this.options.notes ? standingReason : null },
      derivedFrom: this.getOrigin(source.derivedFrom),
      attachments,
    };
  }

  private getOrigin(id: string | null): PublicReportSource['derivedFrom'] {
    const source = id === null ? undefined : this.review.sources.get(id);
    // Naming a confidential origin would reveal what that source knows.
    if (!source || !this.isNameable(source)) return null;
    return { title: source.title, number: this.numbers.get(source.id) ?? null };
  }

  private toReportEvidence(
    { stance, stanceChosen, locator, quote, note }: Evidence,
    source: ReportSource,
  ): ReportEvidence {
    if (source.confidential)
      return { stance, stanceChosen: true, source, locator: null, quote: null, note: null };
    return { stance, stanceChosen, source, locator, quote, note: this.options.notes ? note : null };
  }
}
