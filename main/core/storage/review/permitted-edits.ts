import type { Draft } from '../../../../shared/domain/draft';
import type { Edit } from '../../../../shared/domain/history/change';
import { type Review, referringTo } from '../../../../shared/domain/review/review';
import { type EntityKey, splitKey } from '../../../../shared/domain/review/tables';
import type { Span } from '../../../../shared/text/span';
import { StetError } from '../../errors/stet-error';
import type { Vault } from '../vault/vault';

/** What makes up for the deletion of a placement: that of its claim (`claims`), or another place in the draft (`places`). */
function amendsOf(edits: readonly Edit[]) {
  const claims = new Set<unknown>();
  const places = new Set<string>();
  for (const edit of edits) {
    if (edit.table === 'claims' && 'delete' in edit) claims.add(edit.id);
    if (edit.table === 'placements' && 'create' in edit)
      places.add(`${edit.create.claimId} ${edit.create.draftId}`);
  }
  return { claims, places };
}

function isPermitted(edit: Edit, { claims, places }: ReturnType<typeof amendsOf>): boolean {
  if (edit.table === 'article') return 'update' in edit;
  if (edit.table !== 'placements') return edit.table !== 'drafts';
  if ('delete' in edit) {
    const { claimId, draftId } = edit.delete;
    return claims.has(claimId) || places.has(`${claimId} ${draftId}`);
  }
  return !('update' in edit && ('draftId' in edit.update.after || 'claimId' in edit.update.after));
}

/**
 * Refuses what the window has no business to ask for, and what would leave a review that can't be opened: the article can
 * be described anew but neither made nor deleted by a change, drafts come and go with their files, by main alone, and a
 * claim's place in a draft is there as long as the claim.
 */
export function refuseUnpermitted(edits: readonly Edit[]): void {
  const amends = amendsOf(edits);
  if (!edits.every((edit) => isPermitted(edit, amends)))
    throw new StetError(
      'badRequest',
      'An edit can’t make or delete an article or a draft, nor take a claim out of one. Nothing was changed.',
    );
}

/** Where an entity says that it stands in a draft; null when it says nothing of the kind, or is not there any more. */
function placesOf(review: Review, key: EntityKey): { draftId: string; spans: (Span | null)[] } | null {
  const { table, id } = splitKey(key);
  const placement = table === 'placements' ? review.placements.get(id) : undefined;
  if (placement) return { draftId: placement.draftId, spans: [placement.span, ...placement.candidates] };
  const dismissal = table === 'dismissals' ? review.dismissals.get(id) : undefined;
  return dismissal ? { draftId: dismissal.draftId, spans: [dismissal.span] } : null;
}

/** Whether the key names a placement of a claim that has another one in the same draft. */
function isSecond(review: Review, key: EntityKey): boolean {
  const { table, id } = splitKey(key);
  const placement = table === 'placements' ? review.placements.get(id) : undefined;
  if (!placement) return false;
  return referringTo(review, `claims/${placement.claimId}`, 'placements').some(
    (other) => other.id !== id && other.draftId === placement.draftId,
  );
}

/**
 * Refuses, of the entities that a change has touched, what stands outside the draft's text, and a second placement of a
 * claim in it. The draft is the newest one: nothing is placed in an older one any more.
 */
export function refuseMisplaced(review: Review, draft: Draft, touched: readonly EntityKey[]): void {
  for (const key of touched) {
    const places = placesOf(review, key);
    if (
      places &&
      (places.draftId !== draft.id || places.spans.some((span) => span && span.end > draft.text.length))
    )
      throw new StetError('badRequest', 'The place is not in the article’s text. Nothing was changed.');
    if (isSecond(review, key))
      throw new StetError('badRequest', 'The claim stands in the article already. Nothing was changed.');
  }
}

/** Whether the edit says what the content of an attachment is. */
function namesFile(edit: Edit): boolean {
  if (edit.table !== 'attachments') return false;
  return (
    'create' in edit || ('update' in edit && ('sha256' in edit.update.after || 'bytes' in edit.update.after))
  );
}

/**
 * Refuses, of edits that are applied already, an attachment of a file that the vault does not hold in that size. Undefined
 * when no edit says anything of the kind.
 */
export function refuseNotKept(
  review: Review,
  edits: readonly Edit[],
  vault: Vault,
): Promise<void> | undefined {
  const naming = edits.filter(namesFile);
  return naming.length === 0 ? undefined : refuseAllNotKept(review, naming, vault);
}

async function refuseAllNotKept(review: Review, edits: readonly Edit[], vault: Vault): Promise<void> {
  for (const { id } of edits) {
    const attachment = review.attachments.get(id);
    if (attachment && !(await vault.holds(attachment)))
      throw new StetError(
        'badRequest',
        `“${attachment.name}” is not among the files that Stet keeps for this article. Attach it again.`,
      );
  }
}
