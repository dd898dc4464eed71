import type { Block, Mark } from '../domain/draft';
import type { Span } from '../text/span';
import { type Edit, type EditedPlaces, editedPlaces, editedText } from './edited-spans';

/** Text that stands instead of a span of a draft: UTF-16 offsets. */
export interface Correction {
  readonly span: Span;
  readonly text: string;
}

/** The parts of a draft that say where something stands. */
export interface CorrectedBody {
  text: string;
  blocks: Block[];
  marks: Mark[];
}

/** Why corrections can't be applied; each is named by its index among those that were given. */
export type CorrectionProblem =
  /** The two would change the same words. */
  | { kind: 'overlap'; first: number; second: number }
  /** Its span does not lie in the text. */
  | { kind: 'outside'; index: number }
  /** Nothing would be left of a paragraph. */
  | { kind: 'emptied'; index: number }
  /** It holds a blank line, which parts paragraphs: one inside a paragraph would not be read as that. */
  | { kind: 'blankLine'; index: number };

export type Corrected =
  | { ok: true; body: CorrectedBody; places: EditedPlaces }
  | { ok: false; problem: CorrectionProblem };

/**
 * A draft with corrections in their places. Blocks that one correction joins become the first of them. A mark goes with its
 * words: it is dropped when they are all replaced with others around them.
 */
export function applyCorrections(body: CorrectedBody, corrections: readonly Correction[]): Corrected {
  const edits = corrections
    .map(({ span, text }, index): Edit => ({ ...span, text, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
  const problem = problemOf(body.text, edits);
  if (problem) return { ok: false, problem };
  const places = editedPlaces(edits);
  const blocks = joinedBlocks(body.blocks, edits).map((block) => ({
    ...block,
    start: places.start(block.start),
    end: places.end(block.end),
  }));
  const empty = blocks.findIndex(({ start, end }) => start >= end);
  if (empty !== -1) {
    const block = joinedBlocks(body.blocks, edits)[empty];
    const cause = edits.find((edit) => block && edit.start < block.end && edit.end > block.start);
    return { ok: false, problem: { kind: 'emptied', index: cause?.index ?? 0 } };
  }
  const marks = correctedMarks(body.marks, edits, places, new Set(blocks.map(({ id }) => id)));
  return { ok: true, body: { text: editedText(body.text, edits), blocks, marks }, places };
}

function problemOf(text: string, edits: readonly Edit[]): CorrectionProblem | null {
  for (const [order, edit] of edits.entries()) {
    const { start, end, index } = edit;
    if (start < 0 || end > text.length || start >= end) return { kind: 'outside', index };
    if (/\n\s*\n/.test(edit.text)) return { kind: 'blankLine', index };
    const previous = edits[order - 1];
    if (previous && previous.end > start) {
      const [first, second] = [previous.index, index].sort((a, b) => a - b);
      return { kind: 'overlap', first: first ?? 0, second: second ?? 0 };
    }
  }
  return null;
}

/** Blocks with those made one between which an edit takes out the blank line, or a part of it. */
function joinedBlocks(blocks: readonly Block[], edits: readonly Edit[]): Block[] {
  const joined: Block[] = [];
  let next = 0;
  for (const block of blocks) {
    const before = joined.at(-1);
    if (!before) {
      joined.push({ ...block });
      continue;
    }
    for (let edit = edits[next]; edit && edit.end <= before.end; edit = edits[next]) next += 1;
    const edit = edits[next];
    if (edit && edit.start < block.start && edit.end > before.end) before.end = block.end;
    else joined.push({ ...block });
  }
  return joined;
}

function correctedMarks(
  marks: readonly Mark[],
  edits: readonly Edit[],
  places: EditedPlaces,
  blocks: ReadonlySet<string>,
): Mark[] {
  return marks.flatMap((mark) => {
    const span = places.span(mark);
    const isReplaced = edits.some(
      ({ start, end }) =>
        start <= mark.start && end >= mark.end && (start !== mark.start || end !== mark.end),
    );
    const isDangling = mark.target !== null && !blocks.has(mark.target);
    return span && !isReplaced && !isDangling ? [{ ...mark, ...span }] : [];
  });
}
