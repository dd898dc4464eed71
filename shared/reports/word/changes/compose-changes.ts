import type { AppliedCorrection } from './applied-corrections';
import type { TextChange } from './trim-correction';

/** A suggested correction of a claim, trimmed; offsets of the current draft. */
export interface SuggestedCorrection extends TextChange {
  /** The index of the claim's comment. */
  comment: number;
}

/** A change of the base draft's text. */
export interface ComposedChange extends TextChange {
  /** The range of the words in the current draft. */
  current: { start: number; end: number };
  /** The suggestion that it makes; null for corrections that were applied. */
  suggestion: SuggestedCorrection | null;
  /** Whether it makes corrections that were applied. */
  isApplied: boolean;
}

/** One correction of either kind, by the range of the current draft that it is on. */
interface Step {
  current: { start: number; end: number };
  applied: AppliedCorrection | null;
  suggested: SuggestedCorrection | null;
}

const isEmpty = ({ current }: Step) => current.start === current.end;

/** Whether a step is on the words of steps before it, so that only one change can make both. */
function meets(group: readonly Step[], end: number, step: Step): boolean {
  const last = group.at(-1);
  if (!last || step.current.start > end) return false;
  if (step.current.start < end) return true;
  return (last.applied === null) !== (step.applied === null) && (isEmpty(last) || isEmpty(step));
}

function toSteps(applied: readonly AppliedCorrection[], suggested: readonly SuggestedCorrection[]): Step[] {
  const steps: Step[] = [
    ...applied.map((one) => ({ current: one.current, applied: one, suggested: null })),
    ...suggested.map((one) => ({
      current: { start: one.start, end: one.end },
      applied: null,
      suggested: one,
    })),
  ];
  // The sort is stable, so an applied correction comes before a suggestion at the same place.
  return steps.sort((a, b) => a.current.start - b.current.start || a.current.end - b.current.end);
}

/**
 * Composes the corrections that made the current draft of the base draft with those that are suggested for it, which do not overlap each other.
 * The changes are in order and do not overlap; applied to the base draft's text they give the current one with all suggestions.
 */
export function composeChanges(
  currentText: string,
  applied: readonly AppliedCorrection[],
  suggested: readonly SuggestedCorrection[],
): ComposedChange[] {
  const groups: Step[][] = [];
  let end = 0;
  for (const step of toSteps(applied, suggested)) {
    const group = groups.at(-1);
    if (group && meets(group, end, step)) group.push(step);
    else groups.push([step]);
    end = Math.max(group === groups.at(-1) ? end : 0, step.current.end);
  }
  let growth = 0;
  return groups.map((group) => {
    const start = Math.min(...group.map(({ current }) => current.start));
    const groupEnd = Math.max(...group.map(({ current }) => current.end));
    const from = start - growth;
    for (const { applied: one } of group)
      if (one) growth += one.current.end - one.current.start - (one.end - one.start);
    let text = '';
    let copied = start;
    for (const { suggested: one } of group) {
      if (!one) continue;
      text += currentText.slice(copied, one.start) + one.text;
      copied = one.end;
    }
    text += currentText.slice(copied, groupEnd);
    const suggestion = group.find((step) => step.suggested)?.suggested ?? null;
    const isApplied = group.some((step) => step.applied !== null);
    const current = { start, end: groupEnd };
    return { start: from, end: groupEnd - growth, text, current, suggestion, isApplied };
  });
}
