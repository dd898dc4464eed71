import { type Claim, claimSchema, judgementSchema } from '../../../../shared/domain/claim';
import type { Evidence } from '../../../../shared/domain/evidence';
import { type Source, sourceSchema, sourceStandingLabels } from '../../../../shared/domain/source';
import { statusLooks, verdictSchema } from '../../../../shared/domain/verdict';
import { isolate } from '../../../../shared/text/format/isolate';
import { getSourceTextLabels, sourceTextLabels } from '../../../state/source-text-labels';
import { describeNewAnswers } from './describe-answers';
import { type HistoryContext, quoteSourceTitle, quoteText } from './history-context';

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
  | 'derivedFrom'
  | 'standing'
  | 'standingSince';

const fieldLabels: Record<Exclude<keyof Claim | keyof Evidence | keyof Source, OtherField>, string> = {
  note: 'Note',
  correction: 'Correction',
  claimant: '“Stated by”',
  kind: 'Kind',
  stance: 'Stance',
  locator: 'Place in the source',
  quote: 'Quote',
  ...sourceTextLabels,
  primary: 'Primary',
  confidential: 'Confidential',
  standingReason: 'Reason',
  secondary: 'Secondary',
};

const labelsByField = new Map<string, string>(Object.entries(fieldLabels));

export function formatVerdict(value: unknown): string {
  const verdict = verdictSchema.safeParse(value);
  return verdict.success ? statusLooks[verdict.data].inSentence : 'unchecked';
}

/** Whether a verdict only got a name: one that is confirmed has another time. */
function isSigned(before: unknown, after: unknown): boolean {
  const [old, now] = [before, after].map((judged) => judgementSchema.safeParse(judged).data);
  return old !== undefined && old.at === now?.at && old.by === null && now.by !== null;
}

/** "Withdrawn" or "Reliable". */
function formatStanding(value: unknown): string {
  const standing = sourceSchema.shape.standing.safeParse(value);
  return standing.success ? sourceStandingLabels[standing.data] : 'Standing changed';
}

function formatValue(value: unknown, context: HistoryContext): string {
  if (typeof value === 'string') return quoteText(value, context);
  return value === true ? 'yes' : 'no';
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
  if (field === 'standing') return formatStanding(after);
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
  const labels = new Map(Object.entries(sourceKind === null ? {} : getSourceTextLabels(sourceKind)));
  if ('sourceId' in after) return [`moved to ${quoteSourceTitle(after.sourceId, context)}`];
  if ('verdict' in after)
    return [`Verdict changed from ${formatVerdict(before.verdict)} to ${formatVerdict(after.verdict)}`];
  if ('judged' in after)
    return [isSigned(before.judged, after.judged) ? 'Verdict signed' : 'Verdict confirmed'];
  // The answer says itself that the correction is done.
  if ('answers' in after) return describeNewAnswers(before.answers, after.answers, context);
  return (
    Object.keys(after)
      // Always the time of the change, which the entry shows anyway.
      .filter((field) => field !== 'standingSince')
      .map((field) => describeFieldChange(field, before[field], after[field], context, labels))
  );
}
