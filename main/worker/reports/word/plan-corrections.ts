import type { Draft } from '#shared/domain/base/draft.ts';
import { untrackedAsRefused } from '#shared/domain/base/word-comments.ts';
import {
  own,
  type ReportText,
  type SearchedText,
  searchText,
  text,
} from '#shared/reports/base/report-text.ts';
import type { TextPlace } from '#shared/reports/base/searched-texts.ts';
import { diffWords, type TextChange, trimCorrection } from '#shared/reports/word/diff-words.ts';
import type { Span } from '#shared/text/span.ts';
import type { Report, ReportClaim } from '../model/report-model.ts';

/** A correction that was applied: `text` replaced a range of the base draft, and has the range `current` in the current one. */
export interface AppliedCorrection extends TextChange {
  current: { start: number; end: number };
}

type Body = Pick<Draft, 'text' | 'blocks'>;

/** The ranges of two drafts that belong together: blocks keep their ids, and those that a correction joined became the first of them. */
function* pairBlocks(base: Body, current: Body): Generator<{ before: Span; after: Span }> {
  const indexes = new Map(base.blocks.map(({ id }, index) => [id, index]));
  const starts = current.blocks.map(({ id }) => indexes.get(id) ?? -1);
  const areInOrder = starts.every((start, index) => start > (starts[index - 1] ?? -1));
  if (!areInOrder || starts[0] !== 0) {
    yield {
      before: { start: 0, end: base.text.length },
      after: { start: 0, end: current.text.length },
    };
    return;
  }
  for (const [index, after] of current.blocks.entries()) {
    const first = base.blocks[starts[index] ?? 0];
    const last = base.blocks[(starts[index + 1] ?? base.blocks.length) - 1];
    if (first && last) yield { before: { start: first.start, end: last.end }, after };
  }
}

function listChanges(base: Body, current: Body): AppliedCorrection[] {
  const changes: AppliedCorrection[] = [];
  let growth = 0;
  for (const { before, after } of pairBlocks(base, current)) {
    const [old, now] = [
      base.text.slice(before.start, before.end),
      current.text.slice(after.start, after.end),
    ];
    for (const { start, end, text } of old === now ? [] : diffWords(old, now)) {
      const from = before.start + start + growth;
      const span = { start: before.start + start, end: before.start + end };
      growth += text.length - (end - start);
      changes.push({ ...span, text, current: { start: from, end: from + text.length } });
    }
  }
  return changes;
}

/** The index of the shortest of the spans that a range lies in; -1 for none. */
export function findInnermost(spans: readonly Span[], { start, end }: AppliedCorrection['current']): number {
  let found = -1;
  for (const [index, span] of spans.entries()) {
    const length = span.end - span.start;
    const shortest = spans[found];
    const contains = span.start <= start && end <= span.end;
    if (contains && (!shortest || length < shortest.end - shortest.start)) found = index;
  }
  return found;
}

/**
 * Finds the corrections that made the current draft of the base draft, in order: applied to the text of the base draft, they give
 * exactly that of the current one. All that changed within the same claim is one correction; `claims` are the spans of claims in
 * the current draft.
 */
function findAppliedCorrections(base: Body, current: Body, claims: readonly Span[]): AppliedCorrection[] {
  const corrections: AppliedCorrection[] = [];
  let lastClaim = -1;
  for (const change of listChanges(base, current)) {
    const claim = findInnermost(claims, change.current);
    const last = corrections.at(-1);
    if (last && claim !== -1 && claim === lastClaim) {
      const text = current.text.slice(last.current.start, change.current.end);
      const { start } = last.current;
      corrections[corrections.length - 1] = {
        start: last.start,
        end: change.end,
        text,
        current: { start, end: change.current.end },
      };
    } else corrections.push(change);
    lastClaim = claim;
  }
  return corrections;
}

/** A suggested correction of a claim, trimmed; offsets of the current draft. */
interface SuggestedCorrection extends TextChange {
  /** The index of the claim's comment. */
  comment: number;
}

/** A change of the base draft's text. */
interface ComposedChange extends TextChange {
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
 * Composes the corrections that made the current draft of the base draft with those that are suggested for it, which do not overlap each
 * other. The changes are in order and do not overlap; applied to the base draft's text they give the current one with all suggestions.
 */
function composeChanges(
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

interface ChosenSuggestions {
  /** In order, none on the words of another. */
  suggestions: SuggestedCorrection[];
  /** Why the correction of a claim is not tracked, as a sentence; by the index of the claim. */
  untracked: Map<number, ReportText>;
}

/** Whether two changes are on the same words or at the same place. */
function isOnSameWords(a: SuggestedCorrection, b: SuggestedCorrection): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/**
 * Chooses the corrections of claims that become tracked changes, trimmed to the words that differ: not those that
 * the author did not take, unless the reviewer insists. If several are on the same words, the first
 * in reading order is tracked. The claims must be in reading order.
 */
function chooseSuggestions(draft: Draft, claims: readonly ReportClaim[]): ChosenSuggestions {
  const suggestions: SuggestedCorrection[] = [];
  const untracked = new Map<number, ReportText>();
  /** Those that reach as far as the claim, so that the time does not grow with the square of their number. */
  let near: SuggestedCorrection[] = [];
  for (const [comment, claim] of claims.entries()) {
    const { span, words, correction } = claim;
    // Words that the report leaves out can't be changed in sight of everybody.
    const isShown = draft.text.slice(span.start, span.end) === words;
    const trimmed = correction === null || !isShown ? null : trimCorrection(words, correction);
    if (!trimmed) continue;
    if (claim.isCorrectionRefused) {
      untracked.set(comment, own(untrackedAsRefused));
      continue;
    }
    const suggestion = {
      start: span.start + trimmed.start,
      end: span.start + trimmed.end,
      text: trimmed.text,
      comment,
    };
    near = near.filter(({ end }) => end >= span.start);
    const other = near.find((one) => isOnSameWords(one, suggestion));
    const number = other && claims[other.comment]?.number;
    if (number !== undefined)
      untracked.set(
        comment,
        text`Not tracked: it is on the same words as the correction of claim ${number}.`,
      );
    else {
      suggestions.push(suggestion);
      near.push(suggestion);
    }
  }
  return { suggestions: suggestions.sort((a, b) => a.start - b.start || a.end - b.end), untracked };
}

/** A change of the base draft's text, and the words of that draft which it replaces. */
export interface PlannedCorrection extends ComposedChange {
  text: SearchedText;
  replaced: SearchedText;
}

interface PlannedCorrections {
  /** The corrections that made the draft of the base draft. */
  applied: AppliedCorrection[];
  /** All changes of the base draft, those that the file may not allow included. */
  changes: PlannedCorrection[];
  /** Why a correction is not tracked, as a sentence, by the index of the claim. */
  untracked: Map<number, ReportText>;
}

/**
 * Plans the changes of the base draft: the corrections that were applied to it since, and those that claims suggest. `base` is
 * null when the draft itself is the base.
 */
export function planCorrections(
  { claims, texts }: Pick<Report, 'claims' | 'texts'>,
  draft: Draft,
  base: Draft | null,
): PlannedCorrections {
  const spans = claims.map(({ span }) => span);
  const applied = base ? findAppliedCorrections(base, draft, spans) : [];
  const { suggestions, untracked } = chooseSuggestions(draft, claims);
  const changes = composeChanges(draft.text, applied, suggestions).map((change): PlannedCorrection => {
    const { start, end, text, suggestion } = change;
    const claim = suggestion ? claims[suggestion.comment] : undefined;
    const claimId = claim?.id ?? null;
    // A change may span words that stay, in an earlier draft as in this one; the corrections are searched with their claims.
    const context = () => claim?.correction ?? '';
    const place: TextPlace = { row: `changes/${claimId}`, owner: null, claimId, context, article: 'enough' };
    const replaced = (base ?? draft).text.slice(start, end);
    return {
      ...change,
      text: searchText(texts, 'trackedChange', place, text),
      replaced: searchText(texts, 'trackedChange', place, replaced),
    };
  });
  return { applied, changes, untracked };
}
