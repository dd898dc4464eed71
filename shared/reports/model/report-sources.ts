import type { Claim } from '../../domain/claim';
import { fallenSinceJudged, type RecheckReason } from '../../domain/claims/recheck';
import { type Evidence, stances } from '../../domain/evidence';
import type { ReportOptions } from '../../domain/report-options';
import { type Review, referringTo } from '../../domain/review/review';
import type { Source } from '../../domain/source';
import { citationOf } from '../citations/citations';
import type { ReportEvidence, ReportSource } from './report-model';

/** By stance, then by id: the tables keep no order that a reader could rely on. */
function compareEvidence(a: Evidence, b: Evidence): number {
  return stances.indexOf(a.stance) - stances.indexOf(b.stance) || (a.id < b.id ? -1 : 1);
}

/** The evidence of a claim whose source is there, in the order of a report. */
export function evidenceOf(review: Review, claimId: string): Evidence[] {
  return referringTo(review, `claims/${claimId}`, 'evidence')
    .filter(({ sourceId }) => review.sources.has(sourceId))
    .sort(compareEvidence);
}

/** Why a claim has to be checked again, without that a confidential source no longer stands: that would tell of it. */
export function toldReasons(
  review: Review,
  claim: Claim,
  reasons: readonly RecheckReason[],
): RecheckReason[] {
  const isTold = fallenSinceJudged(review, claim).some(({ confidential }) => !confidential);
  return reasons.filter((reason) => reason !== 'source' || isTold);
}

/** The sources that claims rest on, numbered from 1 in the order in which the claims use them. */
export class NumberedSources {
  private readonly evidence: Map<string, Evidence[]>;
  private readonly numbers = new Map<string, number>();
  private readonly shown = new Map<string, ReportSource>();

  /** The claims, in reading order. */
  constructor(
    private readonly review: Review,
    private readonly options: Pick<ReportOptions, 'notes' | 'style'>,
    claimIds: readonly string[],
  ) {
    this.evidence = new Map(claimIds.map((id) => [id, evidenceOf(review, id)]));
    for (const { sourceId } of Array.from(this.evidence.values()).flat())
      if (!this.numbers.has(sourceId)) this.numbers.set(sourceId, this.numbers.size + 1);
    for (const [id, number] of this.numbers) {
      const source = review.sources.get(id);
      if (source) this.shown.set(id, this.show(source, number));
    }
  }

  all(): ReportSource[] {
    return [...this.shown.values()];
  }

  /** The evidence of one of the claims, tied to its numbered sources. */
  of(claimId: string): ReportEvidence[] {
    return (this.evidence.get(claimId) ?? []).flatMap((evidence) => {
      const source = this.shown.get(evidence.sourceId);
      return source ? [this.tie(evidence, source)] : [];
    });
  }

  /**
   * The claim's own sources that fell since it was judged. One that it rests on only because another repeats it is not named:
   * that could tell what a confidential source knows.
   */
  fallen(claim: Claim): ReportSource[] {
    const fell = new Set(fallenSinceJudged(this.review, claim).map(({ id }) => id));
    const own = new Set((this.evidence.get(claim.id) ?? []).map(({ sourceId }) => sourceId));
    return Array.from(own, (id) => (fell.has(id) ? this.shown.get(id) : undefined)).filter(
      (source) => source !== undefined && !source.confidential,
    );
  }

  /** The one place that decides what of a source leaves the app. */
  private show(source: Source, number: number): ReportSource {
    if (source.confidential) return { number, confidential: true };
    const {
      kind,
      title,
      author,
      publisher,
      publishedAt,
      accessedAt,
      url,
      archiveUrl,
      primary,
      secondary,
      standing,
      standingSince,
    } = source;
    const attachments = referringTo(this.review, `sources/${source.id}`, 'attachments')
      .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
      .sort((a, b) => (a.name + a.sha256 < b.name + b.sha256 ? -1 : 1));
    return {
      number,
      confidential: false,
      citation: citationOf(source, this.options.style),
      ...{ kind, title, author, publisher, publishedAt, accessedAt, url, archiveUrl, primary, secondary },
      ...{ standing, standingSince, standingReason: this.options.notes ? source.standingReason : null },
      derivedFrom: this.origin(source.derivedFrom),
      attachments,
    };
  }

  private origin(id: string | null): { title: string; number: number | null } | null {
    const source = id === null ? undefined : this.review.sources.get(id);
    // That something repeats a confidential source would tell what that source knows.
    if (!source || source.confidential) return null;
    return { title: source.title, number: this.numbers.get(source.id) ?? null };
  }

  private tie({ stance, locator, quote, note }: Evidence, source: ReportSource): ReportEvidence {
    if (source.confidential) return { stance, source, locator: null, quote: null, note: null };
    return { stance, source, locator, quote, note: this.options.notes ? note : null };
  }
}
