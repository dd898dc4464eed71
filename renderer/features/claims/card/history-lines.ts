import { claimSchema } from '../../../../shared/domain/claim';
import { evidenceSchema, stanceLabels } from '../../../../shared/domain/evidence';
import { type Edit, invertEdits } from '../../../../shared/domain/history/change';
import type { HistoryEntry } from '../../../../shared/domain/history/claim-history';
import { sourceSchema, sourceStandingLabels } from '../../../../shared/domain/source';
import { standingLooks, verdictSchema } from '../../../../shared/domain/verdict';
import { isolate } from '../../../../shared/text/format/isolate';
import { shorten } from '../../../../shared/text/format/shorten';
import { arrival, type Known, placed } from './history-places';

const fieldNames: Record<string, string> = {
  note: 'Note',
  correction: 'Correction',
  claimant: 'Stated by',
  kind: 'Kind',
  stance: 'Stance',
  locator: 'Place in the source',
  quote: 'Quoted words',
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  publishedAt: 'Published',
  accessedAt: 'Read on',
  url: 'URL',
  primary: 'Primary',
  archiveUrl: 'Archived at',
  contact: 'Contact',
  confidential: 'Confidential',
  standingReason: 'Reason',
  secondary: 'Secondary',
};

function verdictName(value: unknown): string {
  const verdict = verdictSchema.safeParse(value);
  return verdict.success ? standingLooks[verdict.data].inSentence : 'unchecked';
}

/** "Withdrawn", or "Stands". */
function standingName(value: unknown): string {
  const standing = sourceSchema.shape.standing.safeParse(value);
  return standing.success ? sourceStandingLabels[standing.data] : 'Standing changed';
}

function shown(value: unknown, { longest }: Known): string {
  if (typeof value === 'string') return `“${isolate(shorten(value, longest))}”`;
  return value === true ? 'yes' : 'no';
}

/** What became of one field. */
function fieldLine(field: string, before: unknown, after: unknown, known: Known): string {
  if (field === 'standing') return standingName(after);
  const name = fieldNames[field] ?? field;
  if (typeof after === 'boolean') return `${name}: ${shown(after, known)}`;
  if (before === null) return `${name} added: ${shown(after, known)}`;
  if (after === null) return `${name} removed: ${shown(before, known)}`;
  return `${name} changed from ${shown(before, known)} to ${shown(after, known)}`;
}

/** "from what to what" of an update. */
function updated(before: Record<string, unknown>, after: Record<string, unknown>, known: Known): string[] {
  if ('sourceId' in after) return [`now of ${titleOf(after.sourceId, known)}`];
  if ('verdict' in after)
    return [`Verdict from ${verdictName(before.verdict)} to ${verdictName(after.verdict)}`];
  if ('judged' in after) return ['Verdict confirmed'];
  // The day is that of the change itself.
  const told = Object.keys(after).filter((field) => field !== 'standingSince');
  return told.map((field) => {
    if (field === 'derivedFrom')
      return after[field] === null ? 'Derived from nothing' : `Derived from ${titleOf(after[field], known)}`;
    return fieldLine(field, before[field], after[field], known);
  });
}

function titleOf(sourceId: unknown, known: Known): string {
  const { title } = known.review.sources.get(typeof sourceId === 'string' ? sourceId : '') ?? {};
  return shown(title ?? 'a source', known);
}

function lines(edit: Edit, known: Known): string[] {
  const { review } = known;
  if ('update' in edit) {
    if (edit.table === 'placements') return placed(edit.id, edit.update.before, edit.update.after, known);
    const changes = updated(edit.update.before, edit.update.after, known);
    if (edit.table === 'sources') return [`Source ${titleOf(edit.id, known)}: ${changes.join(', ')}`];
    if (edit.table === 'attachments') return [];
    if (edit.table !== 'evidence') return changes;
    return [`Evidence ${titleOf(review.evidence.get(edit.id)?.sourceId, known)}: ${changes.join(', ')}`];
  }
  const created = 'create' in edit;
  const fields = created ? edit.create : edit.delete;
  if (edit.table === 'claims') {
    const claim = claimSchema.safeParse(fields);
    if (!created) return ['Claim deleted'];
    return [claim.data?.judged ? `Marked as ${verdictName(claim.data.verdict)}` : 'Marked as a claim'];
  }
  if (edit.table === 'placements') return created ? arrival(fields, known) : [];
  if (edit.table === 'attachments')
    return [`${created ? 'Attached the file' : 'Took off the file'} ${shown(fields.name, known)}`];
  const evidence = evidenceSchema.safeParse(fields);
  if (edit.table !== 'evidence' || !evidence.success) return [];
  const { sourceId, stance } = evidence.data;
  return [
    `${created ? 'Attached' : 'Removed'} ${titleOf(sourceId, known)} (${stanceLabels[stance].toLowerCase()})`,
  ];
}

/** One entry of a claim's history in words. An undo is told by the step that it took back. */
export function historyLine(entry: HistoryEntry, known: Known): string {
  const undone = entry.action === 'undo';
  const edits = undone ? invertEdits(entry.edits) : entry.edits;
  const told = edits.flatMap((edit) => lines(edit, known)).join('; ');
  // What changes no more than that somebody has looked at it.
  const seen = entry.action === 'claim.letGo' ? 'Let go' : 'Looked at';
  const words = told === '' ? seen : told;
  if (undone) return `Undone: ${words}`;
  return entry.action === 'redo' ? `Redone: ${words}` : words;
}
