import { judgementSchema } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { getDurableId, getSecond, toAuthorName, unnamedReviewer } from '#shared/domain/base/word-comments.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { KnownReport, ReportedClaim, ReportSignature } from '#shared/import/base/annotation.ts';

/** The drafts whose words a report may have corrected. */
interface ReportedDrafts {
  newest: Draft;
  /** The one that was imported; the newest unless corrections were applied since. Null when it can't be read. */
  base: Draft | null;
}

/** The verdicts and corrections that a claim ever had. */
interface ClaimPast {
  signatures: Map<string, ReportSignature>;
  corrections: Set<string>;
  /** The words that were judged. */
  words: Set<string>;
  /** Whether the reviewer marked it. One that a comment of a file made has the time of that comment, which is none of ours. */
  isMarked: boolean;
}

const createPast = (): ClaimPast => ({
  signatures: new Map(),
  corrections: new Set(),
  words: new Set(),
  isMarked: false,
});

const distinct = (texts: readonly (string | null | undefined)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text ? [text] : []))),
];

function addSignature({ signatures }: ClaimPast, by: string | null, at: string): void {
  const signature = { by: by === null ? null : toAuthorName(by), second: getSecond(at) };
  signatures.set(`${signature.second} ${signature.by}`, signature);
}

/** Reads the past of each claim from all changes of the article. Those that were undone count: a report may have been made before. */
function readPasts(changes: readonly Change[]): Map<string, ClaimPast> {
  const pasts = new Map<string, ClaimPast>();
  for (const { action, edits } of changes)
    for (const edit of edits) {
      if (edit.table !== 'claims' || 'delete' in edit) continue;
      const past = pasts.get(edit.id) ?? createPast();
      pasts.set(edit.id, past);
      past.isMarked ||= 'create' in edit && (action === 'claim.mark' || action === 'claim.split');
      const { judged, correction } = 'create' in edit ? edit.create : edit.update.after;
      const verdict = judgementSchema.safeParse(judged);
      if (verdict.success) {
        addSignature(past, verdict.data.by, verdict.data.at);
        past.words.add(verdict.data.words);
      }
      if (typeof correction === 'string') past.corrections.add(correction);
    }
  return pasts;
}

/**
 * Lists what is known of the reports on an article. The changes must be its whole history. `reviewer` is who would sign a report now; null
 * without a name.
 */
export function createKnownReport(
  review: Review,
  { newest, base }: ReportedDrafts,
  changes: readonly Change[],
  reviewer: string | null,
): KnownReport {
  const pasts = readPasts(changes);
  const names: (string | null)[] = [reviewer];
  const getWords = (claimId: string, draft: Draft | null) => {
    const span = draft && findPlacement(review, claimId, draft.id)?.span;
    return span ? draft.text.slice(span.start, span.end) : null;
  };
  const claims = Array.from(review.claims.values(), (claim): ReportedClaim => {
    const { id, judged, correction, createdAt, createdBy } = claim;
    const past = pasts.get(id) ?? createPast();
    if (past.isMarked) addSignature(past, null, createdAt);
    if (judged) addSignature(past, judged.by, judged.at);
    names.push(past.isMarked ? createdBy : null, ...Array.from(past.signatures.values(), ({ by }) => by));
    const now = getWords(id, newest);
    return {
      claimId: id,
      durableId: getDurableId(id),
      signatures: [...past.signatures.values()],
      before: distinct([now, getWords(id, base), judged?.words, ...past.words]),
      after: distinct([correction, now, ...past.corrections]),
    };
  });
  return { claims, reviewers: [unnamedReviewer, ...distinct(names).map(toAuthorName)] };
}
