import fc from 'fast-check';
import { editArticle } from '../../../shared/domain/article-edits';
import type { KeptFile } from '../../../shared/domain/attachment';
import {
  deleteClaim,
  editClaim,
  markClaim,
  resizeClaim,
  setVerdict,
} from '../../../shared/domain/claims/claim-edits';
import type { Draft } from '../../../shared/domain/draft';
import { applyEdits } from '../../../shared/domain/history/apply-edits';
import type { Change, Edit } from '../../../shared/domain/history/change';
import type { Facts, Step } from '../../../shared/domain/history/step';
import { typedLine } from '../../../shared/domain/primitives';
import { placementOf } from '../../../shared/domain/review/outline';
import { articleOf, emptyReview, type Review, reviewToData } from '../../../shared/domain/review/review';
import { sourceStandings } from '../../../shared/domain/source';
import { possibleOrigins } from '../../../shared/domain/sources/derivation';
import { mergeSources } from '../../../shared/domain/sources/merge-sources';
import {
  attachEvidence,
  attachFiles,
  deleteSource,
  detachFile,
  editEvidence,
  editSource,
  removeEvidence,
  type SourceFields,
  setSourceStanding,
} from '../../../shared/domain/sources/source-edits';
import { verdicts } from '../../../shared/domain/verdict';
import { openArticle } from '../../../shared/drafts/open-article';
import { sampleArticle } from '../../../shared/sample/sample-article';
import { emptySource } from '../../libraries/sources';

/** Facts whose ids count up: `<prefix>1`, `<prefix>2`, ... */
export function countingFacts(prefix: string, by: string | null = 'Ada'): Facts {
  let count = 0;
  return {
    by,
    at: '2026-11-21T10:52:00.000Z',
    newId: () => {
      count += 1;
      return `${prefix}${count}`;
    },
  };
}

/** Applies edits that must be taken. */
export function mustApply(review: Review, edits: readonly Edit[]): void {
  const applied = applyEdits(review, edits);
  if (!applied.ok) throw new Error(applied.reason);
}

/** Opening counts words, which costs more than most tests do; what comes of it is the same each time and never changed. */
const opened = openArticle(sampleArticle(), 'article', 'a'.repeat(64), countingFacts('s'));

/** The sample, opened. */
export function openSample(): { review: Review; draft: Draft; change: Change } {
  const { draft, change } = opened;
  const review = emptyReview();
  mustApply(review, change.edits);
  return { review, draft, change };
}

/** The review as values that can be compared whatever the order of its tables. */
export function valuesOf(review: Review) {
  const tables = Object.entries(reviewToData(review)).map(([table, rows]) => {
    const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [table, sorted];
  });
  return { tables: Object.fromEntries(tables), referrers: review.referrers };
}

/** A wish of a reviewer; its numbers pick from what is there. */
export interface Wish {
  what: number;
  pick: number;
  other: number;
  words: string | null;
}

export const wishes = fc.record({
  what: fc.nat({ max: 14 }),
  pick: fc.nat(),
  other: fc.nat(),
  words: fc.option(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })),
});

function chosen<T>(from: Iterable<T>, pick: number): T | undefined {
  const all = [...from];
  return all[pick % all.length];
}

function spanOf(draft: Draft, a: number, b: number) {
  const start = a % (draft.text.length - 1);
  return { start, end: Math.min(draft.text.length, start + 1 + (b % 400)) };
}

function sourceFields(title: string, pick: number): SourceFields {
  return {
    ...emptySource,
    kind: chosen(['webPage', 'document', 'dataset', 'person'] as const, pick) ?? 'webPage',
    title,
    accessedAt: '2026-11-20',
    contact: pick % 3 === 0 ? 'by telephone' : null,
    primary: pick % 2 === 0,
    secondary: pick % 4 === 1,
    confidential: pick % 5 === 0,
  };
}

/** One of a few files, so that the same one comes again. */
function someFile(pick: number): KeptFile {
  const sha256 = (pick % 4).toString().repeat(64);
  return { sha256, name: `file-${pick % 4}.pdf`, bytes: pick % 1_000, mime: 'application/pdf' };
}

/** What a reviewer wants of the sources themselves. */
function sourceStepFor(review: Review, { what, pick, other, words }: Wish, facts: Facts): Step | null {
  const source = chosen(review.sources.values(), pick);
  const attachment = chosen(review.attachments.values(), pick);
  if (what === 13 && attachment) return detachFile(attachment);
  if (!source) return null;
  const { id: _, standing: __, ...fields } = source;
  const origin = chosen(possibleOrigins(review, source.id), other);
  const changed = { ...fields, publisher: words && typedLine(words), derivedFrom: origin?.id ?? null };
  if (what === 9) return editSource(review, source, { fields: changed, files: [someFile(other)] }, facts);
  if (what === 10)
    return setSourceStanding(review, source, chosen(sourceStandings, other) ?? 'good', words, facts);
  if (what === 11) return attachFiles(review, source.id, [someFile(other), someFile(pick)], facts);
  const double = chosen(review.sources.values(), other);
  if (what === 12 && double && double !== source) return mergeSources(review, source, double);
  return what === 14 ? deleteSource(review, source) : null;
}

/** The step that the wish comes to in this review, made by the domain's own functions; null when there is none. */
export function stepFor(review: Review, draft: Draft, wish: Wish, facts: Facts): Step | null {
  const { what, pick, other, words } = wish;
  const line = words && typedLine(words);
  const claim = chosen(review.claims.values(), pick);
  const evidence = chosen(review.evidence.values(), pick);
  const verdict = chosen(verdicts, other) ?? 'unchecked';
  if (what === 0) return markClaim(draft, spanOf(draft, pick, other), verdict, facts).step;
  if (what === 1) return editArticle(articleOf(review), { byline: line, title: line ?? 'Title' });
  if (what === 2 && claim) return setVerdict(review, draft, claim, verdict, facts);
  if (what === 3 && claim) return editClaim(claim, { note: words, correction: words });
  if (what === 4 && claim) {
    const placement = placementOf(review, claim.id, draft.id);
    return placement ? resizeClaim(placement, spanOf(draft, other, pick)) : null;
  }
  if (what === 5 && claim) return deleteClaim(review, claim);
  if (what === 6 && claim) {
    const existing = other % 2 === 0 ? (chosen(review.sources.values(), other) ?? null) : null;
    const filled = { fields: sourceFields(line ?? 'Source', other), files: [someFile(pick)] };
    const tie = { stance: 'supports', locator: line, quote: null, note: words } as const;
    return attachEvidence(review, claim.id, existing, filled, tie, facts);
  }
  if (what === 7 && evidence) {
    const source = review.sources.get(evidence.sourceId);
    const fields = { stance: 'refutes', locator: line, quote: words, note: null } as const;
    const filled = { fields: sourceFields(line ?? 'Mended', other), files: [] };
    return source ? editEvidence(review, evidence, fields, source, filled, facts) : null;
  }
  if (what === 8 && evidence) return removeEvidence(evidence);
  return sourceStepFor(review, wish, facts);
}

/** Applies the wishes one after another and returns the changes they came to. */
export function carryOut(review: Review, draft: Draft, wanted: readonly Wish[], facts: Facts): Change[] {
  return wanted.flatMap((wish): Change[] => {
    const step = stepFor(review, draft, wish, facts);
    if (!step) return [];
    mustApply(review, step.edits);
    return [{ id: facts.newId(), at: facts.at, by: facts.by, ...step, undoes: null }];
  });
}
