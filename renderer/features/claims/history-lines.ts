import type { Edit } from '../../../shared/domain/change';
import { claimSchema } from '../../../shared/domain/claim';
import type { HistoryEntry } from '../../../shared/domain/claim-history';
import { evidenceSchema, stanceLabels } from '../../../shared/domain/evidence';
import type { Review } from '../../../shared/domain/review';
import { standingLooks, verdictSchema } from '../../../shared/domain/verdict';
import { shorten } from '../../../shared/text/shorten';

const longest = 80;

const fieldNames: Record<string, string> = {
  note: 'Note',
  correction: 'Correction',
  claimant: 'Stated by',
  kind: 'Kind',
  stance: 'Stance',
  locator: 'Place in the source',
  quote: 'Quoted words',
};

function verdictName(value: unknown): string {
  const verdict = verdictSchema.safeParse(value);
  return verdict.success ? standingLooks[verdict.data].inSentence : 'unchecked';
}

function value(of: unknown): string {
  return typeof of === 'string' ? `“${shorten(of, longest)}”` : 'empty';
}

/** "from what to what" of an update. */
function updated(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  if ('verdict' in after)
    return [`Verdict from ${verdictName(before.verdict)} to ${verdictName(after.verdict)}`];
  if ('judged' in after) return ['Verdict confirmed'];
  if ('span' in after) return ['Resized'];
  return Object.keys(after).map(
    (field) => `${fieldNames[field] ?? field} from ${value(before[field])} to ${value(after[field])}`,
  );
}

function sourceTitle(fields: unknown, review: Review): string {
  const evidence = evidenceSchema.safeParse(fields);
  if (!evidence.success) return 'a source';
  const { stance, sourceId } = evidence.data;
  const title = review.sources.get(sourceId)?.title;
  return `${title ? `“${shorten(title, longest)}”` : 'a source'} (${stanceLabels[stance].toLowerCase()})`;
}

function lines(edit: Edit, review: Review): string[] {
  if ('update' in edit) return updated(edit.update.before, edit.update.after);
  const created = 'create' in edit;
  const fields = created ? edit.create : edit.delete;
  if (edit.table === 'claims') {
    const claim = claimSchema.safeParse(fields);
    if (!created) return ['Claim deleted'];
    return [
      claim.success && claim.data.judged
        ? `Marked as ${verdictName(claim.data.verdict)}`
        : 'Marked as a claim',
    ];
  }
  if (edit.table === 'evidence')
    return [`${created ? 'Attached' : 'Removed'} ${sourceTitle(fields, review)}`];
  return [];
}

/** One entry of a claim's history in words. */
export function historyLine(entry: HistoryEntry, review: Review): string {
  const words = entry.edits.flatMap((edit) => lines(edit, review)).join('; ');
  if (entry.action === 'undo') return `Undone: ${words}`;
  if (entry.action === 'redo') return `Redone: ${words}`;
  return words;
}
