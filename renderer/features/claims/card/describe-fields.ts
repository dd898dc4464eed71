import { type Claim, claimSchema } from '../../../../shared/domain/claim';
import { isSigned } from '../../../../shared/domain/claims/sign-verdicts';
import { type Evidence, evidenceSchema, stanceLabels } from '../../../../shared/domain/evidence';
import { type Source, sourceFieldTraits, sourceSchema, sourceStandingLabels } from '../../../../shared/domain/source';
import { getSourceTextLabel, sourceTextFields } from '../../../../shared/domain/sources/source-fields';
import { statusLooks, verdictSchema } from '../../../../shared/domain/verdict';
import { isolate } from '../../../../shared/text/format/isolate';
import { pickProperty } from '../../../../shared/text/sequences/records';
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

export function formatVerdict(value: unknown): string {
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

/** The stance as in a sentence: "refutes". */
export function formatStance(value: unknown): string {
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
