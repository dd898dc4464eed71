import { firstWhere } from '../alignment/tokens/tokens';
import type { Span } from '../text/span';

/** Text that stands instead of [start, end) of another, in UTF-16 offsets; `index` is what the edit is called. */
export interface Edit extends Span {
  readonly text: string;
  readonly index: number;
}

/** Where places of a text are once it was edited: UTF-16 offsets of the text before to those of the text after. */
export interface EditedPlaces {
  /** Of what begins at an offset; within replaced words, where the new words begin. */
  start(offset: number): number;
  /** Of what ends at an offset; within replaced words, where the new words end. */
  end(offset: number): number;
  /** Of a span: with all the words that stand instead of some of its own. Null when nothing is left of it. */
  span(span: Span): Span | null;
}

/** The text with edits, which lie in order and do not overlap, made. */
export function editedText(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of edits) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Maps places by edits, which lie in order and do not overlap. A place costs the logarithm of their number. */
export function editedPlaces(edits: readonly Edit[]): EditedPlaces {
  /** By edit, how much longer the text is in front of it. */
  const growth = [0];
  for (const [index, { start, end, text }] of edits.entries())
    growth.push((growth[index] ?? 0) + text.length - (end - start));

  /** The edits that end at or before an offset, and the one that holds it, if it lies within one. */
  const around = (offset: number) => {
    const done = firstWhere(edits.length, (index) => (edits[index]?.end ?? 0) > offset);
    const edit = edits[done];
    return { grown: growth[done] ?? 0, within: edit && edit.start < offset ? edit : null };
  };
  const start = (offset: number) => {
    const { grown, within } = around(offset);
    return grown + (within ? within.start : offset);
  };
  const end = (offset: number) => {
    const { grown, within } = around(offset);
    return grown + (within ? within.start + within.text.length : offset);
  };
  return {
    start,
    end,
    span: (span) => {
      const place = { start: start(span.start), end: end(span.end) };
      return place.start < place.end ? place : null;
    },
  };
}
