import type { Block, Draft } from '../../../domain/draft/draft';
import { at } from '../../../text/sequences/at';
import { findFirstIndex } from '../../../text/sequences/find-first-index';
import type { Span } from '../../../text/span';

/** Finds the block of a note in which an offset is; null where there is none. */
export function findNoteAt({ blocks }: Pick<Draft, 'blocks'>, offset: number): Block | null {
  const block = blocks[findFirstIndex(blocks.length, (index) => at(blocks, index).end > offset)];
  return block?.kind === 'note' ? block : null;
}

/** Finds the reference to a note in the text, or to the block that it continues; null when there is none. */
export function findNoteReference(
  { blocks, marks }: Pick<Draft, 'blocks' | 'marks'>,
  note: Block,
): Span | null {
  const targets = new Map(marks.flatMap((mark) => (mark.kind === 'noteRef' ? [[mark.target, mark]] : [])));
  for (let index = blocks.indexOf(note); blocks[index]?.kind === 'note'; index -= 1) {
    const mark = targets.get(blocks[index]?.id ?? null);
    if (mark) return { start: mark.start, end: mark.end };
  }
  return null;
}
