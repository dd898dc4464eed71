import { z } from 'zod';
import { spanSchema } from './span.ts';

export const snippetSchema = z.strictObject({
  text: z.string(),
  /** The parts of `text` that were found, in order. */
  marks: z.array(spanSchema),
});

/** Some words of a longer text around what was found in it, with an ellipsis where the text goes on. */
export type Snippet = z.infer<typeof snippetSchema>;

/** How much of the text stands before what was found, and how long a snippet gets, in UTF-16 code units. */
const lengthBefore = 40;
const maxLength = 150;
/** How far a cut is moved to the next space, so that no word is cut. */
const maxWordLength = 24;

const lowSurrogate = /[\uDC00-\uDFFF]/;

/** The nearest place at or after `offset` and before `limit` where a word begins; `offset` itself when there is none near. */
function findWordStart(text: string, offset: number, limit: number): number {
  for (let at = offset; at < Math.min(limit, offset + maxWordLength); at += 1)
    if (/\s/.test(text[at - 1] ?? ' ')) return at;
  return lowSurrogate.test(text[offset] ?? '') ? offset + 1 : offset;
}

/** The nearest place at or before `offset` and after `limit` where a word ends; `offset` itself when there is none near. */
function findWordEnd(text: string, offset: number, limit: number): number {
  for (let at = offset; at > Math.max(limit, offset - maxWordLength); at -= 1)
    if (/\s/.test(text[at] ?? ' ')) return at;
  return lowSurrogate.test(text[offset] ?? '') ? offset - 1 : offset;
}

/**
 * Cuts a snippet out of a text. `found` are spans of the text in order; the snippet is around the first of them, and marks those
 * that lie in it. All offsets are in UTF-16 code units. Line breaks become spaces.
 */
export function cutSnippet(text: string, found: readonly z.infer<typeof spanSchema>[]): Snippet {
  const first = found[0] ?? { start: 0, end: 0 };
  const start =
    first.start <= lengthBefore ? 0 : findWordStart(text, first.start - lengthBefore, first.start);
  const end =
    text.length <= start + maxLength
      ? text.length
      : findWordEnd(text, Math.max(first.end, start + maxLength), first.end);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).replaceAll(/\s/g, ' ')}${end < text.length ? '…' : ''}`,
    marks: found.flatMap((span) =>
      span.start >= start && span.end <= end ? { start: span.start + shift, end: span.end + shift } : [],
    ),
  };
}
