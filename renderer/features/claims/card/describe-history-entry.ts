import { claimSchema } from '../../../../shared/domain/claim';
import { evidenceSchema } from '../../../../shared/domain/evidence';
import { type Edit, invertEdits } from '../../../../shared/domain/history/change';
import type { HistoryEntry } from '../../../../shared/domain/history/claim-history';
import { isolate } from '../../../../shared/text/format/isolate';
import { describeFieldChanges, formatStance, formatVerdict } from './describe-fields';
import { describeNewPlacement, describePlacementChange } from './describe-placement';
import { type HistoryContext, quoteSourceTitle, quoteText } from './history-context';

type UpdateEdit = Extract<Edit, { update: unknown }>;

/** Whether an edit is one of a change that sets the verdict of a claim. */
function setsVerdict(edit: Edit): boolean {
  return edit.table === 'claims' && 'update' in edit && 'verdict' in edit.update.after;
}

function describeUpdate(
  { table, id, update }: UpdateEdit,
  entry: HistoryEntry,
  context: HistoryContext,
): string[] {
  const { before, after } = update;
  if (table === 'placements') return describePlacementChange(id, before, after, context);
  if (table === 'attachments') return [];
  if (table === 'proposedEvidence') return describeDecision(after, context);
  const kind = table === 'sources' ? (context.review.sources.get(id)?.kind ?? null) : null;
  const changes = describeFieldChanges(before, after, context, kind);
  if (table === 'sources') return [`Source ${quoteSourceTitle(id, context)}: ${changes.join(', ')}`];
  if (table !== 'evidence') return changes;
  const { sourceId } = context.review.evidence.get(id) ?? {};
  const followsVerdict = 'stance' in after && entry.edits.some(setsVerdict);
  const said = followsVerdict
    ? `stance follows the verdict: ${formatStance(after.stance)}`
    : changes.join(', ');
  return [`Evidence ${quoteSourceTitle(sourceId, context)}: ${said}`];
}

/** Says what became of evidence that the author proposed. */
function describeDecision({ state, reason }: Record<string, unknown>, context: HistoryContext): string[] {
  const because = typeof reason === 'string' ? `: ${quoteText(reason, context)}` : '';
  if (state === 'declined') return [`Declined evidence from the author${because}`];
  return [
    state === 'accepted' ? 'Accepted evidence from the author' : 'Evidence from the author is open again',
  ];
}

/** Names who marked a claim when that is not the one who made the change, as for the comment of an imported file. */
function describeMarker(createdBy: string | null | undefined, by: string | null): string {
  return createdBy == null || createdBy === by ? '' : ` by ${isolate(createdBy)}`;
}

function describeEdit(edit: Edit, entry: HistoryEntry, context: HistoryContext): string[] {
  const { by, action } = entry;
  if ('update' in edit) return describeUpdate(edit, entry, context);
  const isCreated = 'create' in edit;
  const fields = isCreated ? edit.create : edit.delete;
  switch (edit.table) {
    case 'claims': {
      if (!isCreated) return ['Claim deleted'];
      const claim = claimSchema.safeParse(fields).data;
      const what = claim?.judged ? formatVerdict(claim.verdict) : 'a claim';
      return [`Marked as ${what}${describeMarker(claim?.createdBy, by)}`];
    }
    case 'placements':
      return isCreated ? describeNewPlacement(fields, context, action === 'undo') : [];
    case 'attachments': {
      const name = typeof fields.name === 'string' ? fields.name : '';
      return [`${isCreated ? 'Attached' : 'Removed'} the file ${quoteText(name, context)}`];
    }
    case 'evidence': {
      const evidence = evidenceSchema.safeParse(fields).data;
      if (!evidence) return [];
      const title = quoteSourceTitle(evidence.sourceId, context);
      const follows = isCreated && !evidence.stanceChosen ? ', follows the verdict' : '';
      return [`${isCreated ? 'Attached' : 'Removed'} ${title} (${formatStance(evidence.stance)}${follows})`];
    }
    case 'proposedEvidence':
      return isCreated ? ['Evidence proposed by the author'] : [];
    default:
      return [];
  }
}

/**
 * Describes one entry of a claim's history. An undo is described by the change that it undid. The parts of this folder:
 * `describe-placement.ts` describes where the claim was put, `describe-fields.ts` what was written, and `claim-history.tsx` shows
 * all entries.
 */
export function describeHistoryEntry(entry: HistoryEntry, context: HistoryContext): string {
  const isUndo = entry.action === 'undo';
  const edits = isUndo ? invertEdits(entry.edits) : entry.edits;
  const descriptions = edits.flatMap((edit) => describeEdit(edit, entry, context)).join('; ');
  // Some changes only record that the reviewer decided something.
  const decision = entry.action === 'claim.letGo' ? 'Retired' : 'Reviewed';
  const description = descriptions === '' ? decision : descriptions;
  if (isUndo) return `Undone: ${description}`;
  if (entry.action === 'history.repair') return `Repaired after damage: ${description}`;
  return entry.action === 'redo' ? `Redone: ${description}` : description;
}
