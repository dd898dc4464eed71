import { existsSync, readFileSync } from 'node:fs';
import { stancesByVerdict } from '#shared/domain/base/evidence.ts';
import type { Change } from '#shared/domain/review/change.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import { unless } from '../app/law-violation.ts';
import type { StoredReview } from '../app/stored-review.ts';
import type { Model } from '../model/model.ts';

/** A stance that nobody chose is that of the verdict of its claim. The model says which ones were chosen. */
export function stancesFollowVerdicts({ review }: Pick<StoredReview, 'review'>): string[] {
  return [...review.evidence.values()].flatMap(({ claimId, stance, stanceChosen }) => {
    const verdict = review.claims.get(claimId)?.verdict ?? 'unchecked';
    return unless(
      stanceChosen || stance === stancesByVerdict[verdict],
      `the stance “${stance}” of a claim that is ${verdict} was chosen by nobody`,
    );
  });
}

/** The words of each claim that has a place, by the claim's id. */
export function readClaimWords({
  review,
  draft,
}: Pick<StoredReview, 'review' | 'draft'>): Map<string, string> {
  const words = new Map<string, string>();
  for (const id of review.claims.keys()) {
    const span = findPlacement(review, id, draft.id)?.span;
    if (span) words.set(id, draft.text.slice(span.start, span.end));
  }
  return words;
}

/** Each of these claims is on the same words still. */
export function wordsAreKept(stored: StoredReview, expected: ReadonlyMap<string, string>): string[] {
  const actual = readClaimWords(stored);
  return [...expected].flatMap(([id, words]) =>
    unless(actual.get(id) === words, `“${words}” came back as “${actual.get(id)}”`),
  );
}

/** Nothing about a report for lawyers is stored: neither the reader nor the file, whose name begins with whom it is for. */
export function lawyersAreForgotten(settingsPath: string): string[] {
  const settings = existsSync(settingsPath) ? readFileSync(settingsPath, 'utf8') : '';
  return unless(!/legal/i.test(settings), `the settings remember a report for lawyers: ${settings}`);
}

/** The actions that may bring back or carry over the verdicts of any claim. */
const actionsOnMany = new Set<string>(['undo', 'redo', 'draft.import', 'draft.correct']);

/** No verdict changes without a command that sets it, whatever has the focus. */
export function verdictsAreSet(newChanges: readonly Change[], model: Model): string[] {
  return newChanges.flatMap(({ action, edits }) => {
    if (actionsOnMany.has(action)) return [];
    return edits.flatMap((edit) => {
      if (edit.table !== 'claims' || !('update' in edit)) return [];
      const { before, after } = edit.update;
      if (after.verdict === undefined || after.verdict === before.verdict) return [];
      const isSet = model.content.claims[edit.id]?.verdict === after.verdict;
      return isSet
        ? []
        : [`no command set the verdict of a claim, which was ${before.verdict}: ${after.verdict}`];
    });
  });
}
