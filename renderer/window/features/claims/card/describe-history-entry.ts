import { z } from 'zod';
import {
  type Answer,
  answerSchema,
  type Claim,
  claimSchema,
  correctionOutcomeLabels,
  verdictSchema,
} from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { type Evidence, evidenceSchema, stanceLabels } from '#shared/domain/base/evidence.ts';
import { placementSchema } from '#shared/domain/base/placement.ts';
import {
  type Source,
  sourceFieldTraits,
  sourceSchema,
  sourceStandingLabels,
} from '#shared/domain/base/source.ts';
import { getSourceTextLabel, sourceTextFields } from '#shared/domain/base/source-fields.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import { isSigned } from '#shared/domain/claims/set-verdict.ts';
import type { HistoryEntry } from '#shared/domain/history/claim-history.ts';
import { type Edit, invertEdits } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { isolate, shorten } from '#shared/text/format/wording.ts';
import { pickProperty } from '#shared/text/sequences/records.ts';
import { spanSchema } from '#shared/text/span.ts';
import { describeChanges } from '#shared/text-changes/describe-changes.ts';

interface HistoryContext {
  review: Review;
  /** The draft on the screen. The texts of other drafts are not available. */
  draft: Draft;
  /** The length to which each quoted text is shortened, in UTF-16 code units. */
  maxQuoteLength: number;
}

function quoteText(text: string, { maxQuoteLength }: HistoryContext): string {
  return `“${isolate(shorten(text, maxQuoteLength))}”`;
}

/** The title of a source in quotation marks; the stored id is unknown because it comes from an edit. */
function quoteSourceTitle(sourceId: unknown, context: HistoryContext): string {
  const source = context.review.sources.get(typeof sourceId === 'string' ? sourceId : '');
  return quoteText(source?.title ?? 'a source', context);
}

function readAnswers(value: unknown): Answer[] {
  return z.array(answerSchema).safeParse(value).data ?? [];
}

function describeAnswer({ replies, isResolved, correction }: Answer, context: HistoryContext): string[] {
  const parts = [
    ...replies.map(({ by, text }) => `Answer by ${isolate(by ?? 'the author')}: ${quoteText(text, context)}`),
    ...(isResolved ? ['Comment resolved by the author'] : []),
    ...(correction
      ? [`Correction ${quoteText(correction.text, context)} ${correctionOutcomeLabels[correction.outcome]}`]
      : []),
  ];
  return parts.length > 0 ? parts : ['Comment opened again by the author'];
}

function describeNewAnswers(before: unknown, after: unknown, context: HistoryContext): string[] {
  const known = readAnswers(before).length;
  return readAnswers(after)
    .slice(known)
    .flatMap((answer) => describeAnswer(answer, context));
}

/** Fields that no history entry names, or for which `describeFieldChanges` has sentences of its own. */
type OtherField =
  | 'id'
  | 'claimId'
  | 'noteFromComment'
  | 'answers'
  | 'tagIds'
  | 'createdBy'
  | 'createdAt'
  | 'verdict'
  | 'judged'
  | 'sourceId'
  | 'stance'
  | 'stanceChosen'
  | 'derivedFrom'
  | 'standing'
  | 'standingSince';

const fieldLabels: Record<Exclude<keyof Claim | keyof Evidence | keyof Source, OtherField>, string> = {
  note: 'Note',
  correction: 'Correction',
  claimant: '“Stated by”',
  kind: 'Kind',
  locator: 'Place in the source',
  quote: 'Quote',
  ...pickProperty(sourceFieldTraits, 'label'),
  primary: 'Primary',
  confidential: 'Confidential',
  standingReason: 'Reason',
  secondary: 'Secondary',
};

const labelsByField = new Map<string, string>(Object.entries(fieldLabels));

function formatVerdict(value: unknown): string {
  const verdict = verdictSchema.safeParse(value);
  return verdict.success ? statusLooks[verdict.data].inSentence : 'unchecked';
}

/** "Withdrawn", or "No longer withdrawn". */
function formatStanding(before: unknown, after: unknown): string {
  const { standing } = sourceSchema.shape;
  const [earlier, later] = [standing.safeParse(before).data, standing.safeParse(after).data];
  if (earlier && later === 'good') return `No longer ${sourceStandingLabels[earlier].toLowerCase()}`;
  return later ? sourceStandingLabels[later] : 'Standing changed';
}

function formatValue(value: unknown, context: HistoryContext): string {
  if (typeof value === 'string') return quoteText(value, context);
  return value === true ? 'yes' : 'no';
}

function formatStance(value: unknown): string {
  const stance = evidenceSchema.shape.stance.safeParse(value);
  return stance.success ? stanceLabels[stance.data].toLowerCase() : 'unknown';
}

/** "Legal, Ask the author", or "none". A tag that was deleted since has no name any more. */
function formatTags(value: unknown, { review }: HistoryContext): string {
  const ids = claimSchema.shape.tagIds.safeParse(value).data ?? [];
  const names = ids.map((id) => isolate(review.tags.get(id)?.name ?? 'a deleted tag'));
  return names.length === 0 ? 'none' : names.join(', ');
}

function describeFieldChange(
  field: string,
  before: unknown,
  after: unknown,
  context: HistoryContext,
  labels: ReadonlyMap<string, string>,
): string {
  if (field === 'derivedFrom')
    return after === null
      ? 'No longer derived from another source'
      : `Derived from ${quoteSourceTitle(after, context)}`;
  if (field === 'standing') return formatStanding(before, after);
  if (field === 'stance') return `Stance changed from ${formatStance(before)} to ${formatStance(after)}`;
  if (field === 'stanceChosen') return 'Stance confirmed';
  if (field === 'tagIds') return `Tags: ${formatTags(after, context)}`;
  const label = labels.get(field) ?? labelsByField.get(field) ?? field;
  if (typeof after === 'boolean') return `${label}: ${formatValue(after, context)}`;
  if (before === null) return `${label} added: ${formatValue(after, context)}`;
  if (after === null) return `${label} removed: ${formatValue(before, context)}`;
  return `${label} changed from ${formatValue(before, context)} to ${formatValue(after, context)}`;
}

/** Describes an update of a claim, its evidence or a source of this kind: one description for each field. */
export function describeFieldChanges(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  context: HistoryContext,
  sourceKind: Source['kind'] | null = null,
): string[] {
  const labels = new Map(
    sourceKind === null
      ? []
      : sourceTextFields.map((field): [string, string] => [field, getSourceTextLabel(field, sourceKind)]),
  );
  if ('sourceId' in after) return [`moved to ${quoteSourceTitle(after.sourceId, context)}`];
  if ('verdict' in after)
    return [`Verdict changed from ${formatVerdict(before.verdict)} to ${formatVerdict(after.verdict)}`];
  if ('judged' in after)
    return [isSigned(before.judged, after.judged) ? 'Verdict signed' : 'Verdict confirmed'];
  // The answer says itself that the correction is done.
  if ('answers' in after) return describeNewAnswers(before.answers, after.answers, context);
  return (
    Object.keys(after)
      // Always the time of the change, which the entry shows anyway. A stance that was changed by hand is chosen.
      .filter((field) => field !== 'standingSince' && !(field === 'stanceChosen' && 'stance' in after))
      .map((field) => describeFieldChange(field, before[field], after[field], context, labels))
  );
}

/** The text of a span in quotation marks; null if the span is in another draft than the one on the screen. */
function quoteSpan(span: unknown, draftId: string | undefined, context: HistoryContext): string | null {
  const { draft } = context;
  const parsed = spanSchema.safeParse(span);
  if (!parsed.success || draftId !== draft.id) return null;
  return quoteText(draft.text.slice(parsed.data.start, parsed.data.end), context);
}

/**
 * Describes how a claim came into a new draft, or that the draft was undone. Empty for a claim that was marked in its draft.
 */
function describeNewPlacement(
  fields: Record<string, unknown>,
  { review, maxQuoteLength }: HistoryContext,
  isUndo: boolean,
): string[] {
  const placement = placementSchema.safeParse(fields).data;
  if (!placement || placement.status === 'marked') return [];
  const number = review.drafts.get(placement.draftId)?.number;
  if (isUndo) return [number === undefined ? 'new draft' : `draft ${number}`];
  const draft = number === undefined ? 'New draft, undone since' : `Draft ${number}`;
  const changes = placement.span ? describeChanges(placement.changes, maxQuoteLength) : '';
  return [`${draft}: ${placement.status}${changes === '' ? '' : `. ${changes}`}`];
}

/** Describes a change of a claim's span. Empty when the span did not change. */
function describePlacementChange(
  placementId: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  context: HistoryContext,
): string[] {
  if (!('span' in after)) return [];
  const { review, draft } = context;
  const draftId = review.placements.get(placementId)?.draftId;
  const number = review.drafts.get(draftId ?? '')?.number;
  const inDraft = draftId === draft.id || number === undefined ? '' : ` in draft ${number}`;
  if (after.span === null) return [`Retired${inDraft}`];
  const [from, to] = [quoteSpan(before.span, draftId, context), quoteSpan(after.span, draftId, context)];
  if (before.span === null) return [`Attached${to === null ? inDraft : ` to ${to}`}`];
  return [from === null ? `Resized${inDraft}` : `Resized from ${from} to ${to}`];
}

type UpdateEdit = Extract<Edit, { update: unknown }>;

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

/** Describes one entry of a claim's history. An undo is described by the change that it undid. */
export function describeHistoryEntry(entry: HistoryEntry, context: HistoryContext): string {
  const isUndo = entry.action === 'undo';
  const edits = isUndo ? invertEdits(entry.edits) : entry.edits;
  const descriptions = edits.flatMap((edit) => describeEdit(edit, entry, context)).join('; ');
  // Some changes only record that the reviewer decided something.
  const decision = entry.action === 'claim.retire' ? 'Retired' : 'Reviewed';
  const description = descriptions === '' ? decision : descriptions;
  if (isUndo) return `Undone: ${description}`;
  if (entry.action === 'history.repair') return `Repaired after damage: ${description}`;
  return entry.action === 'redo' ? `Redone: ${description}` : description;
}
