import { type Evidence, stances } from '../domain/evidence';
import { type Review, referringTo } from '../domain/review';
import type { Source } from '../domain/source';
import type { ReportEvidence, ReportSource } from './report-model';

/** The one place that decides what of a source leaves the app. */
function shown(review: Review, source: Source, number: number): ReportSource {
  if (source.confidential) return { number, confidential: true };
  const { kind, title, author, publisher, publishedAt, accessedAt, url, archiveUrl, primary, standing } =
    source;
  const attachments = referringTo(review, `sources/${source.id}`, 'attachments')
    .map(({ name, sha256 }) => ({ name, sha256 }))
    .sort((a, b) => (a.name + a.sha256 < b.name + b.sha256 ? -1 : 1));
  return {
    number,
    confidential: false,
    ...{ kind, title, author, publisher, publishedAt, accessedAt, url, archiveUrl, primary, standing },
    attachments,
  };
}

/** By stance, then by id: the tables keep no order that a reader could rely on. */
function compareEvidence(a: Evidence, b: Evidence): number {
  return stances.indexOf(a.stance) - stances.indexOf(b.stance) || (a.id < b.id ? -1 : 1);
}

/** Numbers sources from 1 in the order in which claims use them. */
export class SourceNumbers {
  private readonly numbered = new Map<string, ReportSource>();

  constructor(
    private readonly review: Review,
    private readonly withNotes: boolean,
  ) {}

  all(): ReportSource[] {
    return [...this.numbered.values()];
  }

  /** The evidence of a claim, its sources numbered. Claims must be asked for in reading order. */
  evidenceOf(claimId: string): ReportEvidence[] {
    return referringTo(this.review, `claims/${claimId}`, 'evidence')
      .sort(compareEvidence)
      .flatMap((evidence) => {
        const source = this.review.sources.get(evidence.sourceId);
        return source ? [this.tie(evidence, this.number(source))] : [];
      });
  }

  private number(source: Source): ReportSource {
    const known = this.numbered.get(source.id) ?? shown(this.review, source, this.numbered.size + 1);
    this.numbered.set(source.id, known);
    return known;
  }

  private tie({ stance, locator, quote, note }: Evidence, source: ReportSource): ReportEvidence {
    if (source.confidential) return { stance, source, locator: null, quote: null, note: null };
    return { stance, source, locator, quote, note: this.withNotes ? note : null };
  }
}
