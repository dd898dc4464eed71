import type { Block, Draft } from '#shared/domain/base/draft.ts';
import { createOffsetMap } from '#shared/drafts/apply-corrections.ts';
import { findGraphemeEnd, findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import type { ReportClaim } from '../model/report-model.ts';
import type { AppliedCorrection } from './plan-corrections.ts';

/** Finds the block of a note in which an offset is; null where there is none. */
function findNoteAt({ blocks }: Pick<Draft, 'blocks'>, offset: number): Block | null {
  const block = blocks[findFirstIndex(blocks.length, (index) => at(blocks, index).end > offset)];
  return block?.kind === 'note' ? block : null;
}

/** Finds the reference to a note in the text, or to the block that it continues; null when there is none. */
function findNoteReference({ blocks, marks }: Pick<Draft, 'blocks' | 'marks'>, note: Block): Span | null {
  const targets = new Map(marks.flatMap((mark) => (mark.kind === 'noteRef' ? [[mark.target, mark]] : [])));
  for (let index = blocks.indexOf(note); blocks[index]?.kind === 'note'; index -= 1) {
    const mark = targets.get(blocks[index]?.id ?? null);
    if (mark) return { start: mark.start, end: mark.end };
  }
  return null;
}

/** Where words of the current draft are in the base draft. */
interface BaseSpan {
  span: Span;
  /** Whether a correction inserted all of the words, so that the span is the nearest character. */
  isNearest: boolean;
}

/** The character nearest to an offset that shows something, first of those before it. The text has one. */
function findNearestCharacter(text: string, offset: number): Span {
  const before = text.slice(0, offset).trimEnd().length;
  if (before > 0) return { start: findGraphemeStart(text, before - 1), end: before };
  const after = offset + text.slice(offset).search(/\S/);
  return { start: after, end: findGraphemeEnd(text, after + 1) };
}

/** Maps spans of the current draft to the base draft, which the corrections were applied to. */
export function createBaseMap(
  baseText: string,
  applied: readonly AppliedCorrection[],
): (span: Span) => BaseSpan {
  const offsets = createOffsetMap(
    applied.map(({ start, end, current }, index) => ({
      ...current,
      text: baseText.slice(start, end),
      index,
    })),
  );
  return (current) => {
    const span = offsets.mapSpan(current);
    if (span) return { span, isNearest: false };
    return { span: findNearestCharacter(baseText, offsets.mapStart(current.start)), isNearest: true };
  };
}

/** Where the comment on a claim belongs. */
export interface ClaimLocation {
  /** In the text of the base draft; null for nowhere in it. */
  span: Span | null;
  /** Whether the comment quotes the words, because it can't be on all of them. */
  isQuoted: boolean;
}

/**
 * Locates the words of claims in the base draft, from which the corrections made the draft of the report; null when that is the base
 * itself. The writer puts a comment on words of a note on the reference to it. A note that the report does not print is not in a
 * document of our own, so there the span is that of the reference.
 */
export function createClaimLocator(
  draft: Pick<Draft, 'text' | 'blocks' | 'marks'>,
  base: Pick<Draft, 'text'> | null,
  applied: readonly AppliedCorrection[],
): (claim: Pick<ReportClaim, 'span' | 'words'>) => ClaimLocation {
  const toBase = base && createBaseMap(base.text, applied);
  return ({ span, words }) => {
    const note = findNoteAt(draft, span.start);
    const reachesNote = note !== null || findNoteAt(draft, span.end - 1) !== null;
    if (toBase) {
      const { span: baseSpan, isNearest } = toBase(span);
      return { span: baseSpan, isQuoted: isNearest || reachesNote };
    }
    const isPrinted = draft.text.slice(span.start, span.end) === words;
    if (note && !isPrinted) return { span: findNoteReference(draft, note), isQuoted: true };
    return { span, isQuoted: reachesNote };
  };
}
