import { StetError } from '#main/base/stet-error.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { countRemovedClaims, removesMostClaims } from '#shared/domain/claims/claim-edits.ts';
import type { Edit } from '#shared/domain/review/change.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { type EntityKey, parseEntityKey, tables } from '#shared/domain/review/tables.ts';
import type { Span } from '#shared/text/span.ts';
import type { Vault } from '../vault/vault.ts';

export type ConfirmRemoval = (removed: number, total: number) => Promise<boolean>;

/**
 * Asks before a change that would remove most of an article's claims, so that nobody loses a day's work by undo, a wrong key or a
 * bug. Rejects with `nothing` when the reviewer declines.
 */
export async function confirmRemoval(
  edits: readonly Edit[],
  review: Review,
  confirm: ConfirmRemoval,
): Promise<void> {
  if (!removesMostClaims(edits, review)) return;
  if (!(await confirm(countRemovedClaims(edits), review.claims.size)))
    throw new StetError('nothing', 'Nothing was changed: the claims are all still there.');
}

/** Edits that allow a placement to be deleted: its claim is also deleted, or gets another placement in the draft. */
interface PlacementDeletions {
  deletedClaims: Set<unknown>;
  /** Claim id and draft id of each placement that is created. */
  createdPlacements: Set<string>;
}

function collectPlacementDeletions(edits: readonly Edit[]): PlacementDeletions {
  const deletedClaims = new Set<unknown>();
  const createdPlacements = new Set<string>();
  for (const edit of edits) {
    if (edit.table === 'claims' && 'delete' in edit) deletedClaims.add(edit.id);
    if (edit.table === 'placements' && 'create' in edit)
      createdPlacements.add(`${edit.create.claimId} ${edit.create.draftId}`);
  }
  return { deletedClaims, createdPlacements };
}

function isAllowed(edit: Edit, { deletedClaims, createdPlacements }: PlacementDeletions): boolean {
  if (edit.table === 'article') return 'update' in edit;
  if (edit.table !== 'placements') return edit.table !== 'drafts';
  if ('delete' in edit) {
    const { claimId, draftId } = edit.delete;
    return deletedClaims.has(claimId) || createdPlacements.has(`${claimId} ${draftId}`);
  }
  return !('update' in edit && ('draftId' in edit.update.after || 'claimId' in edit.update.after));
}

/** Whether a row that is created has only fields that this version knows. Rows that were stored may have others. */
function hasKnownFields(edit: Edit): boolean {
  if (!('create' in edit)) return true;
  const { shape } = tables[edit.table].schema;
  return Object.keys(edit.create).every((key) => Object.hasOwn(shape, key));
}

/**
 * Refuses edits that the window must not propose and edits that would leave a review that can't be opened. The article can be
 * updated, but not created or deleted. Only main adds and removes drafts, together with their files. A claim's placement in
 * a draft exists as long as the claim.
 */
export function refuseForbiddenEdits(edits: readonly Edit[]): void {
  const deletions = collectPlacementDeletions(edits);
  if (!edits.every((edit) => isAllowed(edit, deletions)))
    throw new StetError(
      'badRequest',
      'An edit can’t make or delete an article or a draft, nor take a claim out of one. Nothing was changed.',
    );
  if (!edits.every(hasKnownFields))
    throw new StetError('badRequest', 'An edit has fields that Stet does not know. Nothing was changed.');
}

/**
 * Refuses a change whose edits, already applied, touched an entity with a span outside the draft's text, or created a second
 * placement of a claim. `draft` is the newest draft, the only one in which claims are placed.
 */
export function refuseInvalidPlacements(review: Review, draft: Draft, touched: readonly EntityKey[]): void {
  const refuseOutside = (draftId: string, spans: readonly (Span | null)[]) => {
    if (draftId !== draft.id || spans.some((span) => span && span.end > draft.text.length))
      throw new StetError('badRequest', 'The place is not in the article’s text. Nothing was changed.');
  };
  for (const key of touched) {
    const { table, id } = parseEntityKey(key);
    const dismissal = table === 'dismissals' ? review.dismissals.get(id) : undefined;
    if (dismissal) refuseOutside(dismissal.draftId, [dismissal.span]);
    const placement = table === 'placements' ? review.placements.get(id) : undefined;
    if (!placement) continue;
    const { claimId, draftId } = placement;
    refuseOutside(draftId, [placement.span, ...placement.candidates]);
    const placements = findReferrers(review, `claims/${claimId}`, 'placements');
    if (placements.some((other) => other.id !== id && other.draftId === draftId))
      throw new StetError('badRequest', 'The claim is in the article already. Nothing was changed.');
  }
}

function setsFile(edit: Edit): boolean {
  if (edit.table !== 'attachments') return false;
  return (
    'create' in edit || ('update' in edit && ('sha256' in edit.update.after || 'bytes' in edit.update.after))
  );
}

/** Refuses a change whose edits, already applied, set an attachment to a file that the vault does not have in that size. */
export async function refuseMissingFiles(
  review: Review,
  edits: readonly Edit[],
  vault: Vault,
): Promise<void> {
  for (const { id } of edits.filter(setsFile)) {
    const attachment = review.attachments.get(id);
    if (attachment && !(await vault.has(attachment)))
      throw new StetError(
        'badRequest',
        `“${attachment.name}” is not among the files that Stet keeps for this article. Attach it again.`,
      );
  }
}
