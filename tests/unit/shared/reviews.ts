import fc from 'fast-check';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { sourceStandings } from '#shared/domain/base/source.ts';
import type { SourceFields } from '#shared/domain/base/source-fields.ts';
import { verdicts } from '#shared/domain/base/verdict.ts';
import { deleteClaim, editClaim, markClaim, resizeClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import type { Change, Edit } from '#shared/domain/review/change.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import { createEmptyReview, getArticle, type Review } from '#shared/domain/review/review.ts';
import { reviewToData } from '#shared/domain/review/review-data.ts';
import type { EditContext, Step } from '#shared/domain/review/step.ts';
import { findPossibleOrigins } from '#shared/domain/sources/derivation.ts';
import {
  attachEvidence,
  attachFiles,
  detachFile,
  editEvidence,
  removeEvidence,
} from '#shared/domain/sources/evidence-edits.ts';
import { mergeSources } from '#shared/domain/sources/merge-sources.ts';
import { deleteSource, editSource, setSourceStanding } from '#shared/domain/sources/source-edits.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { createSampleArticle } from '#shared/sample/sample-article.ts';
import { emptySource } from '#tests/libraries/sources.ts';

/** An edit context whose ids count up: `<prefix>1`, `<prefix>2`, … */
export function createEditContext(prefix: string, by: string | null = 'Ada'): EditContext {
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

/** Applies edits, and throws if they are refused. */
export function applyOrThrow(review: Review, edits: readonly Edit[]): void {
  const applied = applyEdits(review, edits);
  if (!applied.ok) throw new Error(applied.reason);
}

/** Opened once, because counting words takes longer than most tests. The result is never changed. */
const opened = openArticle(createSampleArticle(), 'article', 'a'.repeat(64), createEditContext('s'));

/** Opens the sample article. */
export function openSample(): { review: Review; draft: Draft; change: Change } {
  const { draft, change } = opened;
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  return { review, draft, change };
}

/** Makes a review comparable, whatever the order of its rows. */
export function toComparable(review: Review) {
  const tables = Object.entries(reviewToData(review)).map(([table, rows]) => {
    const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [table, sorted];
  });
  return { tables: Object.fromEntries(tables), referrers: review.referrers };
}

/** A random action of a reviewer. Its numbers choose from what the review has. */
export interface RandomAction {
  what: number;
  pick: number;
  other: number;
  words: string | null;
}

export const randomActions = fc.record({
  what: fc.nat({ max: 14 }),
  pick: fc.nat(),
  other: fc.nat(),
  words: fc.option(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })),
});

function choose<T>(from: Iterable<T>, pick: number): T | undefined {
  const all = [...from];
  return all[pick % all.length];
}

function pickSpan(draft: Draft, a: number, b: number) {
  const start = a % (draft.text.length - 1);
  return { start, end: Math.min(draft.text.length, start + 1 + (b % 400)) };
}

function createSourceFields(title: string, pick: number): SourceFields {
  return {
    ...emptySource,
    kind: choose(['webPage', 'document', 'dataset', 'person'] as const, pick) ?? 'webPage',
    title,
    accessedAt: '2026-11-20',
    contact: pick % 3 === 0 ? 'by telephone' : null,
    primary: pick % 2 === 0,
    secondary: pick % 4 === 1,
    confidential: pick % 5 === 0,
  };
}

/** One of a few files, so that the same one is chosen repeatedly. */
function pickFile(pick: number): StoredFile {
  const sha256 = (pick % 4).toString().repeat(64);
  return { sha256, name: `file-${pick % 4}.pdf`, bytes: pick % 1_000, mime: 'application/pdf' };
}

/** The step of an action on sources. */
function toSourceStep(
  review: Review,
  { what, pick, other, words }: RandomAction,
  context: EditContext,
): Step | null {
  const source = choose(review.sources.values(), pick);
  const attachment = choose(review.attachments.values(), pick);
  if (what === 13 && attachment) return detachFile(attachment);
  if (!source) return null;
  const { id: _, standing: __, ...fields } = source;
  const origin = choose(findPossibleOrigins(review, source.id), other);
  const changed = {
    ...fields,
    publisher: words && normalizeLineInput(words),
    derivedFrom: origin?.id ?? null,
  };
  if (what === 9) return editSource(review, source, { fields: changed, files: [pickFile(other)] }, context);
  if (what === 10)
    return setSourceStanding(review, source, choose(sourceStandings, other) ?? 'good', words, context);
  if (what === 11) return attachFiles(review, source.id, [pickFile(other), pickFile(pick)], context);
  const duplicate = choose(review.sources.values(), other);
  if (what === 12 && duplicate && duplicate !== source) return mergeSources(review, source, duplicate);
  return what === 14 ? deleteSource(review, source) : null;
}

/** The step of an action in this review, made by the functions of the domain; null when there is none. */
export function toStep(
  review: Review,
  draft: Draft,
  action: RandomAction,
  context: EditContext,
): Step | null {
  const { what, pick, other, words } = action;
  const line = words && normalizeLineInput(words);
  const claim = choose(review.claims.values(), pick);
  const evidence = choose(review.evidence.values(), pick);
  const verdict = choose(verdicts, other) ?? 'unchecked';
  if (what === 0) return markClaim(draft, pickSpan(draft, pick, other), verdict, context).step;
  if (what === 1) return editArticle(getArticle(review), { byline: line, title: line ?? 'Title' });
  if (what === 2 && claim) return setVerdict(review, draft, claim, verdict, context);
  if (what === 3 && claim) return editClaim(claim, { note: words, correction: words });
  if (what === 4 && claim) {
    const placement = findPlacement(review, claim.id, draft.id);
    return placement ? resizeClaim(placement, pickSpan(draft, other, pick)) : null;
  }
  if (what === 5 && claim) return deleteClaim(review, claim);
  if (what === 6 && claim) {
    const existing = other % 2 === 0 ? (choose(review.sources.values(), other) ?? null) : null;
    const input = { fields: createSourceFields(line ?? 'Source', other), files: [pickFile(pick)] };
    const stance = other % 3 === 0 ? null : 'supports';
    const evidenceFields = { stance, locator: line, quote: null, note: words } as const;
    return attachEvidence(review, claim.id, existing, input, evidenceFields, context);
  }
  if (what === 7 && evidence) {
    const source = review.sources.get(evidence.sourceId);
    const stance = other % 3 === 0 ? null : 'refutes';
    const fields = { stance, locator: line, quote: words, note: null } as const;
    const input = { fields: createSourceFields(line ?? 'Edited', other), files: [] };
    return source ? editEvidence(review, evidence, fields, source, input, context) : null;
  }
  if (what === 8 && evidence) return removeEvidence(evidence);
  return toSourceStep(review, action, context);
}

/** Applies the actions one after another and returns the resulting changes. */
export function applyActions(
  review: Review,
  draft: Draft,
  actions: readonly RandomAction[],
  context: EditContext,
): Change[] {
  return actions.flatMap((action): Change[] => {
    const step = toStep(review, draft, action, context);
    if (!step) return [];
    applyOrThrow(review, step.edits);
    return [{ id: context.newId(), at: context.at, by: context.by, ...step, undoes: null }];
  });
}
